import { defaultOutcomes, defaultWorkflow, dayMs, type Role } from '@care/domain'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { type ChannelKind, channelKinds } from '../channels/index.ts'
import type { Config } from '../config.ts'
import type { Store } from '../db/store.ts'
import { createFakeChannel } from '../channels/testing/fake-channel.ts'
import { createTestClock } from '../kernel/clock.ts'
import { hashPassword } from '../modules/auth/index.ts'
import { createPeople } from './people.ts'
import { openTempStore } from './temp-store.ts'
import { monday } from './workbench.ts'

export const password = 'correct horse 1'

/** Email is `<id>@example.com`. Fiona is of another queue than everybody else. */
export const staff = [
  { id: 'anna', role: 'operator', queueIds: ['q'] },
  { id: 'boris', role: 'operator', queueIds: ['q'] },
  { id: 'carla', role: 'operator', queueIds: ['q'] },
  { id: 'fiona', role: 'operator', queueIds: ['foreign'] },
  { id: 'dora', role: 'dispatcher', queueIds: [] },
  { id: 'vera', role: 'supervisor', queueIds: [] },
  { id: 'admin', role: 'admin', queueIds: [] },
] as const satisfies readonly { id: string; role: Role; queueIds: string[] }[]
export type StaffId = (typeof staff)[number]['id']
export const siteKey = 'shop'

let hash: Promise<string> | undefined

async function makeWorkspace(store: Store, now: number): Promise<void> {
  const passwordHash = await (hash ??= hashPassword(password))
  await store.transact(async (tx) => {
    const { queues, queueMembers, operators, requestTypes, sites } = tx.t
    await tx.insert(queues).values([
      { id: 'q', name: 'General', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
      { id: 'foreign', name: 'Billing', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
    ])
    const workflow = { workflow: defaultWorkflow, outcomes: [...defaultOutcomes] }
    const type = {
      id: 'general',
      name: 'General',
      isDefault: true,
      autoCloseMs: 5 * dayMs,
      reopenMs: 3 * dayMs,
      onReply: 'reopen' as const,
      version: 1,
    }
    await tx.insert(requestTypes).values({ ...type, ...workflow })
    const look = { language: 'en', hasPreChat: true, offersCalls: true, colour: '#205a43', version: 1 }
    await tx.insert(sites).values({
      id: 'site',
      key: siteKey,
      name: 'Shop',
      allowedOrigins: ['https://shop.example'],
      queueId: 'q',
      typeId: 'general',
      ...look,
    })
    for (const { id, role, queueIds } of staff) {
      const email = `${id}@example.com`
      const name = id.charAt(0).toUpperCase() + id.slice(1)
      await tx.insert(operators).values({
        id,
        name,
        email,
        emailFolded: email,
        passwordHash,
        role,
        language: null,
        capacity: {},
        isActive: true,
        createdAt: now,
      })
      for (const queueId of queueIds) await tx.insert(queueMembers).values({ queueId, operatorId: id })
    }
  })
}

const baseConfig: Config = {
  isDemo: false,
  host: '127.0.0.1',
  port: 0,
  dataDir: '',
  databaseUrl: '',
  redisUrl: null,
  smtp: null,
  publicUrl: 'https://desk.example',
  roles: new Set(['web', 'worker']),
  trustProxy: ['loopback'],
  metricsToken: null,
  secretsKey: null,
  oldSecretsKeys: [],
  hasRateLimits: true,
  stunUrls: [],
  turnUrls: [],
  turnSecret: null,
  logLevel: 'debug',
  checksResponses: true,
  demoPeople: [],
}

export type Overrides = Partial<Config> & {
  hasTimers?: boolean
  kinds?: readonly ChannelKind[]
  /** Writes what is there before the server starts. */
  prepare?: (store: Store) => Promise<void>
}

/**
 * The whole server on a free loopback port with an empty real database, a clock that the test moves, people of every
 * role and one site. Nothing runs by itself: `settle` runs jobs and waits for pushes, `sweep` looks at all timers.
 * Answers are checked against the contract. `another` starts a further process on the same database and clock.
 */
export async function bootServer({
  hasTimers = false,
  kinds = [...channelKinds, createFakeChannel().kind],
  prepare,
  ...overrides
}: Overrides = {}) {
  const temp = await openTempStore()
  const clock = createTestClock(monday)
  const logs: string[] = []
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void logs.push(line) })
  await makeWorkspace(temp.store, clock.now())
  await prepare?.(temp.store)
  const config = { ...baseConfig, dataDir: temp.dataDir, databaseUrl: temp.url, ...overrides }

  async function startOne() {
    const app = await createApp(config, { clock, log, store: temp.store, kinds })
    const url = `http://127.0.0.1:${await app.start({ hasTimers })}`
    const people = createPeople(url, app.services, siteKey)
    const settle = async (): Promise<void> => {
      await app.jobs.settle()
      await app.publisher.idle()
    }
    const stop = async (): Promise<void> => {
      people.hangUp()
      await app.stop()
    }
    return { url, app, services: app.services, ...people, settle, sweep: () => app.sweeps.runAll(), stop }
  }
  const first = await startOne()
  const all = [first]
  const another = async () => {
    const next = await startOne()
    all.push(next)
    return next
  }
  async function stop(): Promise<void> {
    for (const one of all) await one.stop()
    await temp.remove()
  }
  return { ...first, clock, logs, another, stop }
}
export type TestServer = Awaited<ReturnType<typeof bootServer>>
