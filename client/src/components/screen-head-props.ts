export interface ScreenHeadProps {
  title: string
  /** There is no previous page. */
  isHome: boolean
}
