import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

const entry = new URL('../serve-for-e2e.ts', import.meta.url)
const startWithinMs = 180_000

export interface ServerProcess {
  readonly port: number
  readonly url: string
  start(): Promise<void>
  /** SIGKILL: it finishes nothing. */
  kill(): Promise<void>
  /** SIGTERM, for the end of a test. */
  stop(): Promise<void>
  advance(ms: number): Promise<void>
}

/** The real server as a process that can be killed; it keeps port, database and clock over its starts. */
export async function serverProcess(env: Record<string, string>): Promise<ServerProcess> {
  const port = await freePort()
  let child: ChildProcess | null = null
  let aheadMs = 0
  let asked = 0

  async function start(): Promise<void> {
    const settings = { PORT: String(port), RATE_LIMITS: 'off', CLOCK_AHEAD_MS: String(aheadMs), ...env }
    const started = fork(entry, [], {
      env: { ...process.env, ...settings },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let said = ''
    const hear = (text: Buffer): void => void (said = (said + text.toString()).slice(-8_000))
    started.stdout?.on('data', hear)
    started.stderr?.on('data', hear)
    child = started
    await new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error(`no start within ${startWithinMs} ms\n${said}`)), startWithinMs)
      const settle = (end: () => void) => () => {
        clearTimeout(late)
        end()
      }
      started.once('message', settle(done))
      started.once('exit', (code) => settle(() => fail(new Error(`ended with ${code}\n${said}`)))())
    })
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child
    child = null
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill(signal)
    await gone
  }
  async function advance(ms: number): Promise<void> {
    aheadMs += ms
    const asking = child
    if (!asking) return
    const id = (asked += 1)
    asking.send({ id, advance: ms })
    for (;;) {
      const [answer] = (await once(asking, 'message')) as [{ id?: number; error?: string }]
      if (answer.id !== id) continue
      if (answer.error !== undefined) throw new Error(answer.error)
      return
    }
  }
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    advance,
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
