import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { encodeText, FrameReader } from './frames.ts'

export interface RawSocket {
  send: (text: string) => void
  close: () => void
}
export interface RawSocketOptions {
  port: number
  path: string
  headers?: Record<string, string>
  onText: (text: string) => void
  onClose?: () => void
}

const handshake = ({ port, path, headers = {} }: RawSocketOptions): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Version: 13',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

/**
 * A WebSocket client for load generation on this machine, far cheaper than the server it loads. Rejects when the
 * server does not take the upgrade.
 */
export function openRawSocket(options: RawSocketOptions): Promise<RawSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: options.port, host: '127.0.0.1', noDelay: true })
    const frames = new FrameReader({ onText: options.onText, onPing: (pong) => void socket.write(pong) })
    let isOpen = false
    let answer = Buffer.alloc(0)

    function open(chunk: Buffer): void {
      answer = Buffer.concat([answer, chunk])
      const end = answer.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!answer.toString('latin1', 0, 12).endsWith(' 101')) {
        reject(new Error(`the server refused the socket: ${answer.toString('latin1', 0, 200)}`))
        socket.destroy()
        return
      }
      isOpen = true
      resolve({ send: (text) => void socket.write(encodeText(text)), close: () => void socket.destroy() })
      if (end + 4 < answer.length) frames.push(answer.subarray(end + 4))
    }
    socket.on('connect', () => void socket.write(handshake(options)))
    socket.on('data', (chunk) => (isOpen ? frames.push(chunk) : open(chunk)))
    socket.on('error', (error) => isOpen || reject(error))
    socket.on('close', () => (isOpen ? options.onClose?.() : reject(new Error('closed before the upgrade'))))
  })
}
