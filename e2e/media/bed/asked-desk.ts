import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface AskedDesk {
  askUrl: string
  eventsUrl: string
  secret: string
  /** What is answered to the next questions: `wait`, `ring <line>`, `end`. */
  answer: (text: string) => void
  /** The questions so far, as forms. */
  asked: () => readonly Record<string, string>[]
  told: (callId?: string) => readonly Record<string, string>[]
  /** Refuses everything for a while, as a desk that restarts. */
  setDown: (isDown: boolean) => void
  close: () => Promise<void>
}

/** The desk as the exchange sees it: two addresses and a secret word. */
export async function startAskedDesk(): Promise<AskedDesk> {
  const secret = 'the-secret-of-the-line'
  let answer = 'wait'
  let isDown = false
  const asked: Record<string, string>[] = []
  const told: Record<string, string>[] = []
  const http = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
      if (isDown) return void res.writeHead(503).end()
      if (req.headers.authorization !== `Bearer ${secret}`) return void res.writeHead(401).end()
      if (req.url === '/ask') asked.push(form)
      else told.push(form)
      res.writeHead(200, { 'content-type': 'text/plain' }).end(req.url === '/ask' ? answer : 'ok')
    })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return {
    askUrl: `${origin}/ask`,
    eventsUrl: `${origin}/events`,
    secret,
    answer: (text) => void (answer = text),
    asked: () => asked,
    told: (callId) => told.filter(({ call }) => callId === undefined || call === callId),
    setDown: (next) => void (isDown = next),
    close: async () => {
      http.closeAllConnections()
      await new Promise((done) => http.close(done))
    },
  }
}
