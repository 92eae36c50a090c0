import type { Express } from 'express'
import { askAgain, type Assets, inlineScriptHashes, sendAsset } from './assets.ts'
import { pagePolicy } from './headers.ts'

/**
 * The demo shop with the widget on it, and the page of a demo customer who calls (`/demo/caller/`, of the widget's build);
 * in demo mode only.
 */
export function serveDemo(app: Express, assets: Assets, widget: Assets): void {
  app.get('/demo/caller{/*path}', async (req, res) => {
    const path = req.path.slice('/demo'.length)
    const asset = await widget(/\/caller\/?$/.test(path) ? '/caller/index.html' : path)
    if (!asset) return void res.status(404).type('text/plain').send('The widget is not built.\n')
    if (asset.type.startsWith('text/html'))
      res.setHeader('content-security-policy', pagePolicy(req, "'none'", inlineScriptHashes(asset.plain.toString())))
    sendAsset(req, res, asset, askAgain)
  })
  app.get('/demo{/*path}', async (req, res) => {
    const asset = (await assets(req.path.slice('/demo'.length))) ?? (await assets('/index.html'))
    if (!asset) return void res.status(404).type('text/plain').send('The demo shop is not here.\n')
    if (asset.type.startsWith('text/html'))
      res.setHeader('content-security-policy', pagePolicy(req, "'none'", inlineScriptHashes(asset.plain.toString())))
    sendAsset(req, res, asset, askAgain)
  })
}
