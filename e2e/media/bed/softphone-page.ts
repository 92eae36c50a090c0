import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const entry = fileURLToPath(new URL('./softphone-entry.ts', import.meta.url))

/** A page with the product's softphone and nothing else; the line is driven by `window.softphone`. */
export async function openSoftphonePage(): Promise<{ origin: string; close: () => Promise<void> }> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'page' } },
  })
  const [{ output } = { output: [] }] = [built].flat() as {
    output: { fileName: string; type: string; code?: string }[]
  }[]
  const files = new Map(output.map(({ fileName, code }) => [`/${fileName}`, code ?? '']))
  const main = output[0]?.fileName ?? ''
  const http = createServer((req, res) => {
    const code = files.get(req.url ?? '')
    if (code !== undefined) return void res.writeHead(200, { 'content-type': 'text/javascript' }).end(code)
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    res.end(`<!doctype html><title>A line</title><script type="module" src="/${main}"></script>`)
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: async () => {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}
