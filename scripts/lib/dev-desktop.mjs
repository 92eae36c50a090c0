// Runs under Node 24 beside the server of `npm run dev`: the desktop with hot reload, everything else from the server.
import { join } from 'node:path'
import { createServer } from 'vite'
import { root } from './paths.mjs'

const target = process.env.CARE_SERVER_URL ?? 'http://127.0.0.1:3000'
const fromServer = ['/api', '/demo', '/widget', '/files', '/healthz', '/readyz', '/metrics']
const proxy = Object.fromEntries(fromServer.map((path) => [path, { target }]))

const vite = await createServer({
  root: join(root, 'apps', 'desktop'),
  server: { host: '127.0.0.1', port: 5173, proxy: { ...proxy, '/socket.io': { target, ws: true } } },
})
await vite.listen()
vite.printUrls()
const stop = () => void vite.close().then(() => process.exit(0))
process.on('SIGINT', stop).on('SIGTERM', stop)
