import { deviceCodePattern, type Entry, type EntryKind } from '@trailpass/shared'

/** The launch options of a platform. */
export interface LaunchFacts {
  /** WeChat's scene number; Alipay numbers its scenes alike, as text. */
  scene?: number | string | undefined
  query?: Record<string, unknown> | undefined
}

// https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html
const scanScenes = [1011, 1012, 1013, 1047, 1048, 1049]
const shareScenes = [1007, 1008, 1036, 1044, 1096, 1154, 1155]
// A link that was shared in a browser carries no scene, and says `entry=share` instead.
const cardInChat = 1007
const longestSkipType = 16

/** Parses the launch options of every platform. Values that do not match the contract are dropped. */
export function parseEntry({ scene, query = {} }: LaunchFacts): Entry {
  const deviceCode = readDeviceCode(query)
  const skipType = text(query.skipType)
  return {
    kind: readKind(
      query.entry === 'share' ? cardInChat : typeof scene === 'string' ? Number(scene) : scene,
      deviceCode,
    ),
    ...(skipType !== undefined && skipType.length <= longestSkipType && { skipType }),
    ...(deviceCode !== undefined && { deviceCode }),
  }
}

function readKind(scene: unknown, deviceCode: string | undefined): EntryKind {
  if (shareScenes.some((known) => known === scene)) return 'share'
  return scanScenes.some((known) => known === scene) || deviceCode !== undefined ? 'scan' : 'direct'
}

/** `scene`: a mini-program code. `q`: a link QR in WeChat. `qrCode`: a link QR in Alipay. */
function readDeviceCode(query: Record<string, unknown>): string | undefined {
  const link = decode(text(query.q) ?? text(query.qrCode))
  const code = decode(text(query.scene)) ?? decode(lastSegment(link))
  return code !== undefined && deviceCodePattern.test(code) ? code : undefined
}

// A printed link ends with the code: https://<operator>/d/<code>
function lastSegment(link: string | undefined): string | undefined {
  return link?.match(/^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)/)?.[1]
}

function decode(value: string | undefined): string | undefined {
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
