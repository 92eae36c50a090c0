import type { Express, Request, Response } from 'express'
import { isStorable } from '../db/storable.ts'
import type { Services } from '../kernel/services.ts'
import { siteByKey } from '../modules/settings/index.ts'
import { askAgain, type Asset, type Assets, forever, inlineScriptHashes, sendAsset } from './assets.ts'
import { pagePolicy } from './headers.ts'
import { isOwnOrigin } from './origin.ts'

/** Host pages take the loader from us, whatever their own policy of embedding says. */
const forAnyPage = (res: Response): void => void res.setHeader('cross-origin-resource-policy', 'cross-origin')

/**
 * The widget: `/widget.js` for host pages, its frame with the site's allowed origins, and the frame's files; and the page
 * behind a customer's link of a call back, which no page may frame.
 */
export function serveWidget(app: Express, services: Services, assets: Assets): void {
  app.get('/widget.js', async (req, res) => {
    const loader = await assets('/widget.js')
    if (!loader) return missing(res, 404, 'The widget is not built.')
    forAnyPage(res)
    res.setHeader('access-control-allow-origin', '*')
    return sendAsset(req, res, loader, 'public, max-age=300')
  })
  app.get('/widget/frame', (req, res) => sendFrame(services, assets, req, res))
  app.get('/callback', async (req, res) => {
    const page = await assets('/callback/index.html')
    if (!page) return missing(res, 404, 'The page is not built.')
    res.setHeader('content-security-policy', pagePolicy(req, "'none'", inlineScriptHashes(page.plain.toString())))
    res.setHeader('referrer-policy', 'no-referrer')
    return sendAsset(req, res, page, askAgain)
  })
  app.get('/callback/{*path}', async (req, res) => {
    const asset = await assets(req.path)
    if (!asset || asset.type.startsWith('text/html')) return missing(res, 404, 'There is no such file.')
    return sendAsset(req, res, asset, forever)
  })
  app.get('/widget/{*path}', async (req, res) => {
    const asset = await assets(`/app${req.path.slice('/widget'.length)}`)
    if (!asset || asset.type.startsWith('text/html')) return missing(res, 404, 'There is no such file.')
    forAnyPage(res)
    return sendAsset(req, res, asset, req.path.startsWith('/widget/assets/') ? forever : askAgain)
  })
}

/**
 * The frame's page. Browsers show it only on the site's origins and our own (frame-ancestors); a foreign page that
 * says who it is gets a plain refusal instead of an empty frame.
 */
async function sendFrame({ store, config }: Services, assets: Assets, req: Request, res: Response): Promise<void> {
  const key = req.query['site']
  const site = typeof key === 'string' && isStorable(key) ? await siteByKey(store.read, key) : null
  const page: Asset | null = await assets('/app/index.html')
  if (!site) return missing(res, 404, 'NOT_FOUND: there is no such site; check data-site in the script tag.')
  if (!page) return missing(res, 404, 'The widget is not built.')
  const host = originOf(req.headers.referer)
  if (host !== null && !isOwnOrigin(host, req, config) && !site.allowedOrigins.includes(host))
    return missing(res, 403, 'FOREIGN_ORIGIN: this page is not among the allowed origins of the site.')
  forAnyPage(res)
  res.setHeader(
    'content-security-policy',
    pagePolicy(req, frameAncestors(site.allowedOrigins), inlineScriptHashes(page.plain.toString())),
  )
  sendAsset(req, res, page, askAgain)
}

/** Only what is an origin and nothing else gets into the header. */
const frameAncestors = (origins: readonly string[]): string =>
  ["'self'", ...origins.filter((origin) => /^https?:\/\/[\w.:[\]-]+$/.test(origin))].join(' ')

function originOf(referer: string | undefined): string | null {
  return referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : null
}

function missing(res: Response, status: number, text: string): void {
  res.status(status).type('text/plain').send(`${text}\n`)
}
