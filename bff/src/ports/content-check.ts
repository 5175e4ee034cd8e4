import type { ContentVerdict } from '../domain/content.ts'
import type { App } from '../domain/registered-app.ts'

/** The person's last visit is too long ago for the platform to check their content. */
export type Unvisited = 'unvisited'

/** Asks a platform whether others may see a person's content. Never rejects because of the platform. */
export interface ContentCheck {
  /** Within 2.5 s. */
  judgeText(app: App, subject: string, text: string): Promise<ContentVerdict | Unvisited | 'unavailable'>
  /** Resolves to the trace id of the verdict that follows; the platform fetches the picture itself. */
  askAboutImage(app: App, subject: string, url: string): Promise<{ traceId: string } | Unvisited | 'unavailable'>
}
