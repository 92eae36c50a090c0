// Runs under Node 24 beside the server of `npm run dev`: the desktop with hot reload, everything else from the server.
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './paths.mjs'

const target = process.env.CARE_SERVER_URL ?? 'http://localhost:3000'
const fromServer = ['/api', '/demo', '/widget', '/files', '/healthz', '/readyz', '/metrics']
// The server compares the origin of a change with its own address; behind this proxy both are the same to the browser.
const own = { target, changeOrigin: true, headers: { origin: target } }
const proxy = Object.fromEntries(fromServer.map((path) => [path, own]))

const vite = await createServer({
  root: join(root, 'apps', 'desktop'),
  server: { host: '127.0.0.1', port: 5173, proxy: { ...proxy, '/socket.io': { ...own, ws: true } } },
})
await vite.listen()
vite.printUrls()
const stop = () => void vite.close().then(() => process.exit(0))
process.on('SIGINT', stop).on('SIGTERM', stop)
