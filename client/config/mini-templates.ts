import path from 'node:path'
import { sources } from 'webpack'
import { ariaAttributes } from './aria-attributes'

/**
 * What Taro writes into the templates, several times each, and no screen of this program sets or listens to. What is
 * absent has the platform's default, which is also Taro's.
 */
const unusedAttributes = [
  'adjust-position',
  'always-embed',
  'animation',
  'app-parameter',
  'auto-fill',
  'bindanimationiteration',
  'bindanimationstart',
  'bindcontact',
  'bindgetrealtimephonenumber',
  'bindgetuserinfo',
  'bindkeyboardcompositionend',
  'bindkeyboardcompositionstart',
  'bindkeyboardcompositionupdate',
  'bindkeyboardheightchange',
  'bindlaunchapp',
  'bindlongpress',
  'bindopensetting',
  'bindreset',
  'bindselectionchange',
  // Only a view's own moves are followed: those of a finger that holds.
  '(?<!<view [^>]*)bindtouchmove',
  'bindtransitionend',
  'business-id',
  'confirm-hold',
  'confirm-type',
  'cursor',
  'cursor-color',
  'decode',
  'fade-in',
  'hold-keyboard',
  'hover-start-time',
  'hover-stay-time',
  'hover-stop-propagation',
  'lang',
  'lazy-load',
  'loading',
  'max-lines',
  'maxlength',
  'overflow',
  'password',
  'placeholder-style',
  'plain',
  'report-submit',
  'report-submit-timeout',
  'safe-password-[a-z-]+',
  'selection-end',
  'selection-start',
  'send-message-[a-z]+',
  'session-from',
  'show-menu-by-longpress',
  'show-message-card',
  'size',
  'space',
  'user-select',
  'webp',
]
const attributes = (names: string[]) => new RegExp(` (?:${names.join('|')})="[^"]*"`, 'g')
const unused = attributes(unusedAttributes)
// Only where no file can be saved is there a text to select.
const unusedInWeapp = attributes([...unusedAttributes, 'selectable'])

type Assets = Record<string, { source(): string | Buffer }>

interface MiniPlatform {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents(context: PluginContext, components: typeof ariaAttributes): void }
}

/** The part of Taro's plugin context that is used here. */
interface PluginContext {
  registerMethod(name: 'onSetupClose', hook: (platform: MiniPlatform) => void): void
  modifyComponentConfig(hook: (build: { componentConfig: { includes: Set<string> } }) => void): void
  modifyBuildAssets(hook: (build: { assets: Assets }) => void): void
}

/** What Taro's templates of a mini program lack, or have too much of. */
export default (context: PluginContext): void => {
  context.registerMethod('onSetupClose', (mini) => {
    if (mini.platform !== 'weapp') return
    mini.template.mergeComponents(context, ariaAttributes)
    mini.runtimePath = [mini.runtimePath, path.resolve(__dirname, 'aria-runtime.ts')].flat()
  })

  // Taro brings these whether or not they are used; whatever a page imports is put back while it compiles.
  context.modifyComponentConfig(({ componentConfig }) => {
    componentConfig.includes.delete('scroll-view')
  })

  // Taro's own `minifyXML` uses an HTML minifier, which also drops `</input>`: WXML's compiler refuses such a file.
  context.modifyBuildAssets(({ assets }) => {
    for (const [name, asset] of Object.entries(assets)) {
      if (!/\.(wxml|axml|ttml)$/.test(name)) continue
      const compact = asset
        .source()
        .toString()
        .replace(name.endsWith('.wxml') ? unusedInWeapp : unused, '')
        .replace(/>\s+</g, '><')
        .replace(/\s{2,}/g, ' ')
        .trim()
      assets[name] = new sources.RawSource(compact)
    }
  })
}
