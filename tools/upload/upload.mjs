import { resolve } from 'node:path'
import { readSettings } from './settings.mjs'

/** The build is compiled and small already: WeChat's compiler shall leave it as the tests saw it. */
const setting = { es6: false, es7: false, minify: false, minifyWXML: false, autoPrefixWXSS: false, codeProtect: false }

const root = resolve(import.meta.dirname, '..', '..')

try {
  const settings = readSettings({ action: process.argv[2], env: process.env, root })
  const { default: ci } = await import('miniprogram-ci')
  const { action, appId, version, description, robot, qrFile } = settings
  const project = new ci.Project({
    appid: appId,
    type: 'miniProgram',
    projectPath: settings.project,
    privateKeyPath: settings.keyFile,
    ignores: ['node_modules/**/*'],
  })
  const options = { project, version, desc: description, robot, setting, onProgressUpdate: () => {} }
  const { subPackageInfo = [] } =
    action === 'upload'
      ? await ci.upload(options)
      : await ci.preview({ ...options, qrcodeFormat: 'image', qrcodeOutputDest: qrFile })
  for (const { name, size } of subPackageInfo) console.log(`${name}: ${Math.ceil(size / 1024)} KB`)
  console.log(action === 'upload' ? `${appId} ${version} is uploaded as robot ${robot}` : `scan ${qrFile}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
