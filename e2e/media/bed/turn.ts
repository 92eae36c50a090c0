import { connect } from 'node:net'
import { join } from 'node:path'
import { freePort } from '../../fixtures/free-port.ts'
import { ownFolder, programOf, startChild } from './child.ts'

export interface Turn {
  port: number
  log: () => string
  stop: () => Promise<void>
}

/** A coturn that believes whoever shows a credential made with `secret` (draft-uberti-behave-turn-rest-00). */
export async function startTurn(secret: string): Promise<Turn> {
  const port = await freePort()
  const folder = await ownFolder('turn')
  const child = await startChild(programOf('CARE_TURNSERVER', 'turnserver'), {
    args: [
      '-n',
      '--listening-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--relay-ip=127.0.0.1',
      '--min-port=24000',
      '--max-port=24100',
      '--use-auth-secret',
      `--static-auth-secret=${secret}`,
      '--realm=desk.test',
      // Both browsers are on this machine; a server for the world refuses such peers.
      '--allow-loopback-peers',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      `--userdb=${join(folder.path, 'db')}`,
      `--pidfile=${join(folder.path, 'pid')}`,
      '--log-file=stdout',
      '--simple-log',
      '--verbose',
    ],
    isReady: () => isOpen(port),
  })
  return {
    port,
    log: child.log,
    stop: async () => {
      await child.stop()
      await folder.remove()
    },
  }
}

/** Whether something takes connections there. */
export const isOpen = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => (socket.destroy(), done(true)))
    socket.once('error', () => done(false))
  })
