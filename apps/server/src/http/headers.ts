import type { NextFunction, Request, Response } from 'express'

/** Headers of every answer; pages add their own Content-Security-Policy. */
export function securityHeaders(_req: Request, res: Response, next: NextFunction): void {
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  res.setHeader('cross-origin-resource-policy', 'same-origin')
  res.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  next()
}

/**
 * Policy of a page of ours: nothing from elsewhere. Styles may be inline because the UI library makes them at run
 * time; scripts may not, but for those whose hash stands here. `sockets`: origins beside our own that it may connect to.
 */
export function pagePolicy(
  req: Request,
  frameAncestors: string,
  scriptHashes: readonly string[] = [],
  sockets: readonly string[] = [],
): string {
  // Older browsers do not count the page's own socket as 'self'.
  const host = /^[\w.:[\]-]+$/.test(req.headers.host ?? '') ? ` ws://${req.headers.host} wss://${req.headers.host}` : ''
  return [
    "default-src 'self'",
    `script-src 'self'${scriptHashes.map((hash) => ` '${hash}'`).join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'" + host, ...sockets].join(' ')}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}
