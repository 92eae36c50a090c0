import type { Express } from 'express'
import { docsPage } from './docs-page.ts'
import { openApi } from './openapi.ts'

/** The API reference: as OpenAPI and as a page that needs nothing from elsewhere. Made at the first look. */
export function serveDocs(app: Express): void {
  let document: unknown
  let page: string | undefined
  app.get('/api/openapi.json', (_req, res) => void res.json((document ??= openApi('0.1.0'))))
  app.get('/api/docs', (_req, res) => {
    res.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    res.type('html').send((page ??= docsPage()))
  })
}
