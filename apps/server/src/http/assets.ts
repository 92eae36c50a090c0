import type { Request, Response } from 'express'
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const zip = promisify(gzip)
const squeeze = promisify(brotliCompress)

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}
const isText = (type: string): boolean => /text|json|javascript|svg|manifest/.test(type)

export interface Asset {
  type: string
  etag: string
  plain: Buffer
  gzip: Buffer | null
  brotli: Buffer | null
  changedAt: number
}

function decoded(address: string): string | null {
  try {
    return decodeURIComponent(address)
  } catch {
    return null
  }
}

/** Files of one folder, kept in memory and compressed once; a file that changed on disk is read again. */
export function openAssets(folder: string) {
  const known = new Map<string, Promise<Asset | null>>()

  async function read(path: string, changedAt: number): Promise<Asset> {
    const plain = await readFile(path)
    const type = types[extname(path)] ?? 'application/octet-stream'
    const [zipped, squeezed] = isText(type)
      ? await Promise.all([
          zip(plain, { level: 9 }),
          squeeze(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        ])
      : [null, null]
    return {
      type,
      plain,
      gzip: zipped,
      brotli: squeezed,
      changedAt,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    }
  }

  /** The file of an address below the folder; null when there is none, and for every way out of the folder. */
  return async (address: string): Promise<Asset | null> => {
    const name = decoded(address)
    if (name === null) return null
    const path = normalize(join(folder, name))
    if (!path.startsWith(folder + sep) || path.includes('\0')) return null
    const found = await stat(path).catch(() => null)
    if (!found?.isFile()) return null
    const asset = await known.get(path)
    if (asset?.changedAt === found.mtimeMs) return asset
    const fresh = read(path, found.mtimeMs)
    known.set(path, fresh)
    return fresh
  }
}
export type Assets = ReturnType<typeof openAssets>

/** Answers with an asset in the smallest form that the browser takes. */
export function sendAsset(req: Request, res: Response, asset: Asset, cacheControl: string): void {
  res.setHeader('content-type', asset.type)
  res.setHeader('cache-control', cacheControl)
  res.setHeader('etag', asset.etag)
  res.setHeader('vary', 'accept-encoding')
  if (req.headers['if-none-match'] === asset.etag) return void res.status(304).end()
  const taken = String(req.headers['accept-encoding'] ?? '')
  const [body, encoding] =
    asset.brotli && /\bbr\b/.test(taken)
      ? [asset.brotli, 'br']
      : asset.gzip && /\bgzip\b/.test(taken)
        ? [asset.gzip, 'gzip']
        : [asset.plain, null]
  if (encoding !== null) res.setHeader('content-encoding', encoding)
  res.setHeader('content-length', body.length)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** Hashes of a page's inline scripts, for its policy. */
export function inlineScriptHashes(html: string): string[] {
  return [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(
    ([, text]) =>
      `sha256-${createHash('sha256')
        .update(text ?? '')
        .digest('base64')}`,
  )
}

export const forever = 'public, max-age=31536000, immutable'
export const askAgain = 'no-cache'
