import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findProgram } from '../../fixtures/browsers.ts'

/** A program that a test runs beside the product. */
export interface Child {
  /** What it said last. */
  log: () => string
  /** Ends it by its process id and waits until it is gone. */
  stop(signal?: NodeJS.Signals): Promise<void>
}
export interface ChildOptions {
  args: readonly string[]
  env?: Record<string, string>
  /** Whether it serves now; asked again and again. */
  isReady: (log: string) => boolean | Promise<boolean>
}
const readyWithinMs = 15_000
const keptChars = 40_000

/** The program of this variable; a test that needs one that is missing has failed, not been left out. */
export function programOf(variable: string, name: string): string {
  const file = findProgram(variable, [name])
  if (!file) throw new Error(`${name} is missing: npm test installs it, or name it in ${variable}`)
  return file
}

/** Starts it and waits until it serves. Rejects with what it said where it ends or is late. */
export async function startChild(program: string, { args, env, isReady }: ChildOptions): Promise<Child> {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let failure: Error | null = null
  const hear = (text: Buffer): void => void (said = (said + text.toString()).slice(-keptChars))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  child.on('error', (error) => (failure = error))
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => endChild(child, signal)
  const lastAt = Date.now() + readyWithinMs
  while (!(await isReady(said))) {
    if (failure !== null || isOver(child)) throw new Error(`${program} did not start\n${String(failure)}\n${said}`)
    if (Date.now() > lastAt) {
      await stop('SIGKILL')
      throw new Error(`${program} was not ready in ${readyWithinMs} ms\n${said}`)
    }
    await wait(50)
  }
  return { log: () => said, stop }
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function endChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (isOver(child)) return
  const gone = once(child, 'exit')
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(insist)
}

/** A folder of its own for a program; `remove` when that has ended. */
export async function ownFolder(name: string): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), `care-${name}-`))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}
