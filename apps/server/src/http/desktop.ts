import type { Express, Request, Response } from 'express'
import { askAgain, type Assets, forever, inlineScriptHashes, sendAsset } from './assets.ts'
import { pagePolicy } from './headers.ts'

/** The desktop at `/`: its files, and its page for every other address, because it has routes of its own. */
export function serveDesktop(app: Express, assets: Assets): void {
  app.get('/{*path}', async (req: Request, res: Response) => {
    const { path } = req
    const asset = path === '/' ? null : await assets(path)
    if (asset && !path.endsWith('.html'))
      return sendAsset(req, res, asset, path.startsWith('/assets/') ? forever : askAgain)
    if (/\.\w{2,5}$/.test(path)) return notHere(res, 'There is no such file.')
    const page = await assets('/index.html')
    if (!page) return notHere(res, 'The desktop is not built. Run npm start, or npm run dev to work on it.')
    res.setHeader('content-security-policy', pagePolicy(req, "'none'", inlineScriptHashes(page.plain.toString())))
    return sendAsset(req, res, page, askAgain)
  })
}

function notHere(res: Response, text: string): void {
  res.status(404).type('text/plain').send(`${text}\n`)
}
