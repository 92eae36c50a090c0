import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const folder = new URL('../../floor/', import.meta.url).pathname
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface FloorSite {
  url: string
  close(): void
}

/** Builds the floor page and serves it compressed, as the product serves its own. */
export async function serveFloor(): Promise<FloorSite> {
  await build({ configFile: join(folder, 'vite.config.ts') })
  const files = new Map<string, Buffer>()
  const server = createServer((req, res) => {
    const path = req.url === '/' ? '/index.html' : (req.url ?? '')
    try {
      const body =
        files.get(path) ?? gzipSync(readFileSync(join(folder, 'dist', path.replaceAll('..', ''))), { level: 9 })
      files.set(path, body)
      res.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
      })
      res.end(body)
    } catch {
      res.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() }
}
