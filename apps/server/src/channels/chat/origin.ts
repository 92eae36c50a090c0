import type { IncomingHttpHeaders } from 'node:http'
import { AppError } from '../../kernel/app-error.ts'
import type { SiteRecord } from './queries/site.ts'

/**
 * The widget's frame is served by us, so its calls carry our own origin; a page that calls directly must stand on the
 * site's list. A call without an Origin comes from no page at all and cannot be checked by it.
 */
export function requireOwnOrigin(headers: IncomingHttpHeaders | undefined, site: SiteRecord, publicUrl: string): void {
  const origin = headers?.origin
  if (origin === undefined) return
  const isOurs =
    origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === headers?.host)
  if (!isOurs && !site.allowedOrigins.includes(origin))
    throw new AppError('FOREIGN_ORIGIN', 'this page may not show the widget', { origin })
}
