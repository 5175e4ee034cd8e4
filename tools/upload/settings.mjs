import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

const actions = ['upload', 'preview']
/** Addresses that a phone of somebody else does not reach. */
const unreachable = /https?:\/\/(127\.0\.0\.1|localhost|bff\.example\.com)(:\d+)?/

/**
 * What is to be handed over, and as whom. Throws an Error that lists every fault at once.
 *
 * @param {{ action: string | undefined, env: Record<string, string | undefined>, root: string }} given
 *   `root` is the repository's folder.
 * @returns {{ action: string, appId: string, keyFile: string, version: string, description: string, robot: number,
 *   project: string, qrFile: string }}
 */
export function readSettings({ action, env, root }) {
  const project = join(root, 'client')
  const settings = {
    action: action ?? '',
    appId: env.WEAPP_APP_ID ?? '',
    keyFile: env.UPLOAD_KEY_FILE ? resolve(env.UPLOAD_KEY_FILE) : '',
    version: env.UPLOAD_VERSION || JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
    description: env.UPLOAD_DESCRIPTION || 'Trailpass',
    robot: Number(env.UPLOAD_ROBOT || 1),
    project,
    qrFile: join(project, 'dist', 'preview.jpg'),
  }
  const faults = [...faultsOf(settings), ...keyFaults(settings.keyFile), ...buildFaults(join(project, 'dist', 'weapp'))]
  if (faults.length > 0) throw new Error(faults.map((fault) => `- ${fault}`).join('\n'))
  return settings
}

function* faultsOf({ action, appId, version, robot }) {
  if (!actions.includes(action)) yield `say ${actions.join(' or ')}`
  if (!/^wx[0-9a-f]{16}$/.test(appId)) yield 'WEAPP_APP_ID: must be the AppID, wx and 16 digits of 0-9 a-f'
  if (!/^[\w.-]{1,64}$/.test(version)) yield 'UPLOAD_VERSION: must be letters, digits, ".", "-" or "_"'
  if (!Number.isInteger(robot) || robot < 1 || robot > 30) yield 'UPLOAD_ROBOT: must be a number from 1 to 30'
}

function* keyFaults(file) {
  if (file === '' || !existsSync(file)) {
    yield 'UPLOAD_KEY_FILE: must lead to the key from mp.weixin.qq.com › 开发管理 › 开发设置 › 小程序代码上传'
  } else if (process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0) {
    yield `UPLOAD_KEY_FILE: everybody on this machine may read it: chmod 600 ${file}`
  }
}

function* buildFaults(folder) {
  if (!existsSync(join(folder, 'app.json'))) {
    yield 'there is no built mini program: TARO_APP_API_URL=https://your.host npx -y pnpm@10.34.8 build:weapp'
    return
  }
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'))
  const called = scripts.flatMap((path) => unreachable.exec(readFileSync(join(folder, path), 'utf8'))?.[0] ?? [])
  if (called.length > 0) yield `the build calls ${called[0]}: build it anew with TARO_APP_API_URL=https://your.host`
}
