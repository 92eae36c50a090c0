import type { Access } from '@care/contract'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'
import { AppError, forbidden } from '../kernel/app-error.ts'

/** Whether a page of this origin is one of ours: PUBLIC_URL, or the host that the call itself was sent to. */
export function isOwnOrigin(origin: string, req: IncomingMessage, config: Config): boolean {
  if (origin === config.publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === req.headers.host
}

/**
 * Refuses calls that another site's page sends with our visitor's cookies. Browsers put Origin on every write and
 * every socket; callers that are no browsers send none and have no cookies to abuse.
 */
export function refuseForeignOrigin(req: IncomingMessage, config: Config, access: Access | 'widget'): void {
  const { origin } = req.headers
  if (origin === undefined || isOwnOrigin(origin, req, config)) return
  if (access === 'visitor' || access === 'widget') throw new AppError('FOREIGN_ORIGIN', undefined, { origin })
  throw forbidden('calls from pages of another origin are refused')
}
