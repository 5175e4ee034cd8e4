const integrityOnly = /^\{integrity: sha512-[A-Za-z0-9+/=]+\}$/
const foreign = /:\/\/|^(git|github|gitlab|bitbucket|gist|file|portal|exec):|\.tgz\b|^link:(?!(\.\.\/)?[a-z]+$)/

/**
 * What in a pnpm lockfile comes from somewhere else than the registry that is configured: a tarball, a git repository,
 * a folder outside. A resolution of the registry is an integrity and nothing else.
 */
export function lockfileFaults(lockfile: string): string[] {
  const faults: string[] = []
  for (const [index, line] of lockfile.split('\n').entries()) {
    const [, quotedKey = '', value = ''] = /^\s*('[^']+'|[^\s:'][^\s]*?):(?:\s+(.*))?$/.exec(line) ?? []
    const key = quotedKey.replaceAll("'", '')
    const wrong =
      key === 'resolution' ? !integrityOnly.test(value) : key !== 'deprecated' && (isForeign(key) || isForeign(value))
    if (wrong) faults.push(`pnpm-lock.yaml:${index + 1} ${line.trim()}`)
  }
  return faults
}

function isForeign(text: string): boolean {
  return foreign.test(text.replaceAll("'", '').replace(/^(@[^/]+\/)?[^@/]+@/, ''))
}
