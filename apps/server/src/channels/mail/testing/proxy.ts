import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './post-office.ts'

const login = /^(\S+) (?:LOGIN|AUTHENTICATE) /iu

/** Between the product and an IMAP server: counts what passes, cuts, and refuses who logs in when it is told to. */
export async function openProxy(target: () => number) {
  const near = new Set<Socket>()
  let bytes = 0
  let isRefusing = false
  const server = createServer((client) => {
    const far = connect(target(), '127.0.0.1')
    near.add(client)
    for (const socket of [client, far]) {
      socket.on('error', () => {})
      socket.on('close', () => {
        near.delete(client)
        client.destroy()
        far.destroy()
      })
    }
    far.on('data', (data: Buffer) => {
      bytes += data.length
      client.write(data)
    })
    client.on('data', (data: Buffer) => {
      const tag = isRefusing ? login.exec(data.toString('latin1'))?.[1] : undefined
      if (tag === undefined) far.write(data)
      else client.write(`${tag} NO [AUTHENTICATIONFAILED] not the password\r\n`)
    })
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const cut = (): void => near.forEach((socket) => socket.destroy())
  return {
    port,
    /** Connections that are open. */
    count: () => near.size,
    refuse: (refuses: boolean) => void (isRefusing = refuses),
    /** So many bytes have come from the server since now. */
    passed: async (more: number, meanwhile: () => void): Promise<void> => {
      const goal = bytes + more
      for (let waits = 0; bytes < goal && waits < 200; waits++) {
        meanwhile()
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    cut,
    close: async () => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Proxy = Awaited<ReturnType<typeof openProxy>>
