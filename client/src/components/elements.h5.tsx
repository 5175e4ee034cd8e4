import type { HTMLAttributes, IframeHTMLAttributes, ImgHTMLAttributes } from 'react'

interface ViewProps extends HTMLAttributes<HTMLElement> {
  /** In a browser, CSS keeps the page below a sheet from scrolling. */
  catchMove?: boolean
}

/** Replaces `@tarojs/components` in H5: the few elements that its screens use, as native elements. */
export function View({ catchMove: _catchMove, ...view }: ViewProps) {
  return <div {...view} />
}

interface TextProps extends HTMLAttributes<HTMLElement> {
  /** In a browser all text is selectable. */
  selectable?: boolean
}

export function Text({ selectable: _selectable, ...text }: TextProps) {
  return <span {...text} />
}

interface ImageProps extends ImgHTMLAttributes<HTMLImageElement> {
  mode?: 'aspectFill'
}

/** Decorative: the adjacent text is the label. */
export function Image({ mode, style, ...image }: ImageProps) {
  return <img alt="" {...image} style={{ ...(mode && { objectFit: 'cover' }), ...style }} />
}

/** Another site's page, as large as the screen. */
export function WebView({ style, ...page }: IframeHTMLAttributes<HTMLIFrameElement>) {
  return <iframe title={page.src} {...page} style={{ width: '100%', height: '80vh', border: 0, ...style }} />
}
