import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { findOrInstall, findProgram, freePort } from './find.mjs'
import { Refusal } from './print.mjs'
import { end, start } from './run.mjs'

/** A throw-away Redis in memory on a free loopback port: `{url, stop}`. */
export async function startRedis() {
  const program = await findOrInstall({
    what: 'Redis (redis-server)',
    find: () => findProgram(['redis-server', 'valkey-server']),
    packages: ['redis-server'],
    elsewhere: 'brew install redis, or put redis-server or valkey-server on the PATH',
  })
  const port = await freePort()
  const args = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no']
  const child = start(program, args.map(String), { stdio: 'ignore' })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const closed = once(child, 'close')
    end(child)
    await closed
  }
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) break
    if (await answers(port)) return { url: `redis://127.0.0.1:${port}`, stop }
    await wait(50)
  }
  await stop()
  throw new Refusal(`${program} did not start on port ${port}`)
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const done = (ok) => (socket.destroy(), resolve(ok))
    socket.once('error', () => done(false))
    socket.once('connect', () => socket.write('PING\r\n'))
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')))
    socket.setTimeout(1000, () => done(false))
  })
}
