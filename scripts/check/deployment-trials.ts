import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from '../lib/repository.ts'

const read = (...path: string[]) => readFileSync(inRepository('deploy', ...path), 'utf8')

/**
 * The configuration as it is installed, but with hosts, certificates and logs of this machine; it listens at
 * `<folder>/443.sock`. Returns its main file.
 */
export function writeNginxTrial(folder: string, upstream: string): string {
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const site = read('nginx', 'trailpass.conf')
    .replaceAll('/etc/trailpass/tls', folder)
    .replaceAll('/var/log/nginx', folder)
    // The test opens what it listens on: no port that somebody has, and no IPv6, which many containers lack.
    .replaceAll(/listen (80|443)/g, (_, port) => `listen unix:${join(folder, port)}.sock`)
    .replaceAll(/listen \[::\]:(80|443)/g, (_, port) => `listen unix:${join(folder, port)}-6.sock`)
  const included = [
    write('upstream.conf', read('nginx', `upstream-${upstream}.conf`).replaceAll(/bff-\d/g, '127.0.0.1')),
    write('site.conf', site),
  ]
  write('trailpass-proxy.conf', read('nginx', 'trailpass-proxy.conf'))
  const http = included.map((path) => `include ${path};`).join(' ')
  return write('nginx.conf', `pid ${join(folder, 'pid')}; error_log stderr; events {} http { ${http} }\n`)
}

/** A certificate that nobody vouches for, where the trial looks for one. */
export function writeCertificate(folder: string): void {
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'],
      ...['-subj', '/CN=localhost', '-keyout', join(folder, 'privkey.pem'), '-out', join(folder, 'fullchain.pem')],
    ],
    { stdio: 'pipe' },
  )
}

/** The unit with the Node of this machine in the place of the server's: a program that is not there is a fault. */
export function writeUnitTrial(folder: string): string {
  const path = join(folder, 'trailpass.service')
  writeFileSync(path, read('systemd', 'trailpass.service').replace('/usr/bin/node', process.execPath))
  return path
}
