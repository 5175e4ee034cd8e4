/** Lines for a POSIX shell: a code from the simulator, and a session for it. */
export function curlLogin({ simulator, bff }: { simulator: string; bff: string }, appId: string, user: string): string {
  const json = "-H 'Content-Type: application/json'"
  const login = `{\\"platform\\":\\"weapp\\",\\"appId\\":\\"${appId}\\",\\"code\\":\\"$CODE\\",\\"nonce\\":\\"$NONCE\\",\\"deviceId\\":\\"curl-on-this-machine-01\\"}`
  return [
    `CODE=$(curl -s ${simulator}/_sim/login ${json} -d '{"appId":"${appId}","user":"${user}"}' | cut -d'"' -f4)`,
    "NONCE=$(head -c 24 /dev/urandom | base64 | tr '+/' '-_')",
    `curl -s ${bff}/v1/session ${json} -d "${login}"`,
  ].join('\n')
}
