import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a probed process tells of itself: CPU of all its threads, memory in bytes. */
export interface ProbeAnswer {
  cpuUs: number
  atMs: number
  rss: number
  heap: number
}

export interface Child {
  process: ChildProcess
  /** The next message that has this key. */
  next<T>(key: string, timeoutMs?: number): Promise<T>
  ask<T>(question: unknown, key: string, timeoutMs?: number): Promise<T>
  probe(question: 'cpu' | 'memory'): Promise<ProbeAnswer>
  /** The last lines it wrote. */
  said(): string
  /** Lets it end by itself when it is asked to (a profile is written then), else ends it. */
  stop(): Promise<void>
}
export interface ChildOptions {
  args?: string[]
  nodeArgs?: string[]
  env?: Record<string, string>
  cwd?: string
  /** Adds the probe and a callable garbage collector. */
  isProbed?: boolean
}

const probe = new URL('probe.ts', import.meta.url)

/** Starts a TypeScript program of the repository beside this one; it ends when this one ends. */
export function startChild(file: string, options: ChildOptions = {}): Child {
  const probing = options.isProbed ? ['--expose-gc', '--import', probe.href] : []
  const child = fork(file, options.args ?? [], {
    execArgv: [...probing, ...(options.nodeArgs ?? [])],
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  let said = ''
  const keep = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-4_000))
  child.stdout?.on('data', keep)
  child.stderr?.on('data', keep)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))

  const next = <T>(key: string, timeoutMs = 120_000): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const end = (act: () => void): void => {
        clearTimeout(timer)
        child.off('message', onMessage)
        child.off('exit', onExit)
        act()
      }
      const fail = (what: string) => end(() => reject(new Error(`${fileName(file)} ${what}\n${said}`)))
      const timer = setTimeout(() => fail(`did not answer "${key}" in ${timeoutMs / 1000} s`), timeoutMs)
      const onExit = (): void => fail('ended')
      const onMessage = (message: unknown): void => {
        if (typeof message !== 'object' || message === null) return
        if ('failed' in message) fail(`failed: ${String(message.failed)}`)
        else if (key in message) end(() => resolve((message as Record<string, T>)[key] as T))
      }
      child.on('message', onMessage)
      child.once('exit', onExit)
    })
  const ask = <T>(question: unknown, key: string, timeoutMs?: number): Promise<T> => {
    const answer = next<T>(key, timeoutMs)
    child.send(question as object)
    return answer
  }
  return {
    process: child,
    next,
    ask,
    probe: (question) => ask<ProbeAnswer>(question, 'probe'),
    said: () => said,
    stop: async () => {
      if (child.connected) child.disconnect()
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await gone
      clearTimeout(timer)
    },
  }
}

const fileName = (file: string): string => fileURLToPath(new URL(file, 'file:///')).split('/').slice(-2).join('/')
