import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A load balancer without any stickiness: every new connection goes to the next process that answers. */
export async function roundRobin(ports: readonly number[]) {
  const open = new Map<Socket, number>()
  let turn = 0
  const dial = (near: Socket, triesLeft: number): void => {
    const port = ports[turn++ % ports.length] ?? 0
    const far = connect(port, '127.0.0.1')
    far.once('connect', () => {
      open.set(near, port)
      near.pipe(far)
      far.pipe(near)
      far.on('close', () => near.destroy())
      near.on('close', () => {
        open.delete(near)
        far.destroy()
      })
    })
    far.on('error', () => {
      if (open.has(near) || triesLeft === 0) near.destroy()
      else dial(near, triesLeft - 1)
    })
  }
  const server = createServer((near) => {
    near.setNoDelay(true).on('error', () => near.destroy())
    dial(near, ports.length - 1)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** The next connection goes to this process; the turn goes on from there. */
    next: (port: number): void => void (turn = ports.indexOf(port)),
    /** Ends the connections to one process, as a balancer does that takes it out. */
    drop: (port: number): void => open.forEach((to, near) => to === port && near.destroy()),
    close: async (): Promise<void> => {
      for (const near of open.keys()) near.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
