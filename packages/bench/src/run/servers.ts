import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Target } from '../load/target.ts'
import { type Child, startChild } from './child.ts'

/** A running server with an empty load, and how to come to it. */
export interface Running {
  child: Child
  target: Target
  stop(): Promise<void>
}
export interface ServerSize {
  desks: number
  widgets: number
  requests: number
  messages: number
}
export interface Person {
  id: string
  token: string
  customerId: string
  activityId: string
}
interface People {
  desks: Array<{ id: string; cookie: string }>
  widgets: Person[]
  supervisors: Array<{ id: string; cookie: string }>
}

const fileOf = (path: string): string => new URL(path, import.meta.url).pathname
const root = fileOf('../../../../')
/** The product is started as anybody starts it, not imported: it is measured from outside. */
export const serverFile = (name: string): string => join(root, 'apps/server/src', name)

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'care-bench-'))
const removeFolder = (dir: string): void => rmSync(dir, { recursive: true, force: true })

/** The bare relay, durable or with no store at all. */
export async function startRelay(size: ServerSize, isDurable = true): Promise<Running> {
  const dataDir = newFolder()
  const { desks, widgets, requests, messages } = size
  const child = startChild(fileOf('../relay/server.ts'), {
    args: [JSON.stringify({ dataDir, isDurable, desks, requests, messages })],
    isProbed: true,
  })
  const port = await child.next<number>('ready')
  return { child, target: { kind: 'relay', port, widgets, desks }, stop: () => end(child, dataDir) }
}

export interface ProductData {
  dataDir: string
  file: string
  people: People
  remove(): void
}

/** A database of the product with people who may come, made by a program of the server. */
export async function makeProductData(size: ServerSize): Promise<ProductData> {
  const dataDir = newFolder()
  const file = join(dataDir, 'care.db')
  const maker = startChild(serverFile('testing/bench-data.ts'), {
    args: [JSON.stringify({ databaseUrl: file, ...size })],
  })
  const people = await maker.next<People>('people')
  return { dataDir, file, people, remove: () => removeFolder(dataDir) }
}

/**
 * The real server in production mode. Limits on tries are off, because a closed loop sends far more than the 3
 * messages a second that one visitor may send.
 */
export async function startProduct(
  { dataDir, file, people }: ProductData,
  profileDir: string | null = null,
): Promise<Running> {
  const port = await freePort()
  const child = startChild(serverFile('main.ts'), {
    isProbed: true,
    cwd: root,
    nodeArgs: profileDir === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`],
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: file,
      REDIS_URL: '',
      PUBLIC_URL: '',
      ROLES: '',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'info',
    },
  })
  await untilReady(child, port)
  return {
    child,
    target: { kind: 'product', port, widgets: people.widgets, desks: people.desks, supervisors: people.supervisors },
    stop: () => end(child),
  }
}

async function untilReady(child: Child, port: number): Promise<void> {
  const end = performance.now() + 30_000
  while (performance.now() < end && child.process.exitCode === null) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await sleep(100)
  }
  throw new Error(`the server did not start\n${child.said()}`)
}

async function end(child: Child, dataDir?: string): Promise<void> {
  await child.stop()
  if (dataDir !== undefined) removeFolder(dataDir)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
