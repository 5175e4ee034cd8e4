import type { HTMLAttributes, IframeHTMLAttributes, ImgHTMLAttributes } from 'react'

interface ViewProps extends HTMLAttributes<HTMLElement> {
  /** A browser's sheet keeps what is below it still by its style. */
  catchMove?: boolean
}

/** What H5 has in the place of `@tarojs/components`: the few elements that its screens use, as the browser's own. */
export function View({ catchMove: _catchMove, ...view }: ViewProps) {
  return <div {...view} />
}

interface TextProps extends HTMLAttributes<HTMLElement> {
  /** Any text is, in a browser. */
  selectable?: boolean
}

export function Text({ selectable: _selectable, ...text }: TextProps) {
  return <span {...text} />
}

interface ImageProps extends ImgHTMLAttributes<HTMLImageElement> {
  mode?: 'aspectFill'
}

/** Says nothing: what stands beside it does. */
export function Image({ mode, style, ...image }: ImageProps) {
  return <img alt="" {...image} style={{ ...(mode && { objectFit: 'cover' }), ...style }} />
}

/** Another site's page, as large as the screen. */
export function WebView({ style, ...page }: IframeHTMLAttributes<HTMLIFrameElement>) {
  return <iframe title={page.src} {...page} style={{ width: '100%', height: '80vh', border: 0, ...style }} />
}
