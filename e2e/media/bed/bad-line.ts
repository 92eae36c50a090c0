import { createSocket, type Socket } from 'node:dgram'
import type { AddressInfo } from 'node:net'

/** The way of UDP packets between browsers and a relay, as bad as a test wants it. */
export interface BadLine {
  port: number
  /** So many of a hundred packets are lost each way, the others come so much later, in ms. */
  worsen(how: { lossPercent: number; delayMs: number }): void
  /** Nothing comes through until `mend`. */
  cut(): void
  mend(): void
  /** Packets that came through and that were lost. */
  count(): { through: number; lost: number }
  close(): void
}

/**
 * Stands before `target` on the loopback interface. Kernels without netem have no other way to lose some packets, and
 * whoever drives the browsers over the same interface must not lose his own.
 */
export async function openBadLine(target: number): Promise<BadLine> {
  let how = { lossPercent: 0, delayMs: 0 }
  let isCut = false
  let isClosed = false
  const counted = { through: 0, lost: 0 }
  const pass = (send: () => void): void => {
    if (isCut || Math.random() * 100 < how.lossPercent) return void (counted.lost += 1)
    counted.through += 1
    if (how.delayMs === 0) return send()
    setTimeout(() => isClosed || send(), how.delayMs)
  }
  const front = createSocket('udp4')
  const backs = new Map<number, Socket>()
  front.on('message', (packet, { port }) => {
    const back = backs.get(port) ?? openBack(port)
    pass(() => back.send(packet, target, '127.0.0.1'))
  })
  function openBack(port: number): Socket {
    const back = createSocket('udp4')
    back.on('message', (packet) => pass(() => front.send(packet, port, '127.0.0.1')))
    back.on('error', () => undefined)
    backs.set(port, back)
    return back
  }
  front.on('error', () => undefined)
  await new Promise<void>((done) => front.bind(0, '127.0.0.1', done))
  return {
    port: (front.address() as AddressInfo).port,
    worsen: (next) => void (how = next),
    cut: () => void (isCut = true),
    mend: () => {
      isCut = false
      how = { lossPercent: 0, delayMs: 0 }
    },
    count: () => ({ ...counted }),
    close: () => {
      isClosed = true
      for (const socket of [front, ...backs.values()]) socket.close()
    },
  }
}
