import type { ContentVerdict } from '../domain/content.ts'
import type { App } from '../domain/registered-app.ts'

/** The person was not in the app lately enough for the platform to look at what they write. */
export type Unvisited = 'unvisited'

/** Asks a platform whether others may see what one of its people wrote or chose. Never rejects for what it does. */
export interface ContentCheck {
  /** Within 2.5 s. */
  judgeText(app: App, subject: string, text: string): Promise<ContentVerdict | Unvisited | 'unavailable'>
  /** The trace under which the verdict will be told; the platform fetches the picture itself. */
  askAboutImage(app: App, subject: string, url: string): Promise<{ traceId: string } | Unvisited | 'unavailable'>
}
