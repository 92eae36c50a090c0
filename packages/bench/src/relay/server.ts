// A chat relay with nothing in it but Socket.IO and SQLite: the limit that the product's figures stand beside.
// A customer's message is written, then acknowledged to him and delivered to one operator. No rights, no rules.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Server } from 'socket.io'
import { withoutStore, withSqlite } from './store.ts'

interface RelayOptions {
  dataDir: string
  isDurable: boolean
  desks: number
  requests: number
  messages: number
}
const options = JSON.parse(process.argv[2] ?? '{}') as RelayOptions
const put = options.isDurable ? withSqlite(join(options.dataDir, 'relay.db'), options) : withoutStore()
const http = createServer()
const io = new Server(http, { serveClient: false, transports: ['websocket'] })

interface Said {
  id: number
  request: number
  body: string
}
io.on('connection', (socket) => {
  const { role, id } = socket.handshake.auth as { role: 'widget' | 'desk'; id: number }
  if (role === 'desk') void socket.join(`desk:${id}`)
  socket.on(
    'message:send',
    ({ id: messageId, request, body }: Said, ack: (answer: { ok: true; seq: number }) => void) => {
      put({ id: messageId, request, author: id, body }, (seq) => {
        ack({ ok: true, seq })
        io.to(`desk:${request % options.desks}`).emit('message:new', {
          id: messageId,
          request,
          seq,
          author: id,
          body,
          at: Date.now(),
        })
      })
    },
  )
})
http.listen(0, '127.0.0.1', 8_192, () => process.send?.({ ready: (http.address() as AddressInfo).port }))
