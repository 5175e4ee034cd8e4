export interface ScreenHeadProps {
  title: string
  /** Nothing lies behind it. */
  isHome: boolean
}
