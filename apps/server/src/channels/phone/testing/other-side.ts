import { createServer, type IncomingHttpHeaders } from 'node:http'

interface Asked {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

/** A phone system that is asked to dial: remembers what it was asked, and answers what the test says. */
export function openOtherSide() {
  const asked: Asked[] = []
  const answer = { status: 200, body: '{}' }
  const side = { asked, answer, url: '', listen, stop }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => void chunks.push(chunk))
    req.on('end', () => {
      asked.push({
        method: req.method ?? '',
        path: req.url ?? '',
        headers: req.headers,
        body: Buffer.concat(chunks).toString(),
      })
      res.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  async function listen(): Promise<void> {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    side.url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  }
  async function stop(): Promise<void> {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return side
}
