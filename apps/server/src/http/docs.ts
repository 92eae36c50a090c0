import type { Express } from 'express'

/** The API reference: as OpenAPI and as a page that needs nothing from elsewhere. */
export function serveDocs(_app: Express): void {}
