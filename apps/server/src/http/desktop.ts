import type { Express, Request, Response } from 'express'
import type { Services } from '../kernel/services.ts'
import { sipSockets } from '../modules/phone/index.ts'
import { askAgain, type Assets, forever, inlineScriptHashes, sendAsset } from './assets.ts'
import { pagePolicy } from './headers.ts'

/**
 * The desktop at `/`: its files, and its page for every other address, because it has routes of its own. The page may speak with
 * the telephone exchanges that are on when it is opened.
 */
export function serveDesktop(app: Express, { store, log }: Services, assets: Assets): void {
  const exchanges = (): Promise<string[]> =>
    sipSockets(store.read).catch((error: unknown) => {
      log.warn({ err: error }, 'the exchanges of softphones were not read')
      return []
    })
  app.get('/{*path}', async (req: Request, res: Response) => {
    const { path } = req
    const asset = path === '/' ? null : await assets(path)
    if (asset && !path.endsWith('.html'))
      return sendAsset(req, res, asset, path.startsWith('/assets/') ? forever : askAgain)
    if (/\.\w{2,5}$/.test(path)) return notHere(res, 'There is no such file.')
    const page = await assets('/index.html')
    if (!page) return notHere(res, 'The desktop is not built. Run npm start, or npm run dev to work on it.')
    res.setHeader(
      'content-security-policy',
      pagePolicy(req, "'none'", inlineScriptHashes(page.plain.toString()), await exchanges()),
    )
    return sendAsset(req, res, page, askAgain)
  })
}

function notHere(res: Response, text: string): void {
  res.status(404).type('text/plain').send(`${text}\n`)
}
