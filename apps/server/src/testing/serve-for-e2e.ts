import { mkdir } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { type App, createApp } from '../app.ts'
import { openPostOffice, type PostOffice } from '../channels/mail/testing/post-office.ts'
import { receive } from '../channels/receive.ts'
import { type DemoPerson, parseConfig } from '../config.ts'
import { system } from '../kernel/actor.ts'
import { createTestClock } from '../kernel/clock.ts'
import { hashPassword } from '../modules/auth/index.ts'
import { addOperator } from '../modules/operators/index.ts'
import { beat } from '../modules/routing/index.ts'
import { lengthenJourney } from './long-journey.ts'
import { lengthenThread } from './long-thread.ts'
import { bootstrapWorkspace, firstRows } from '../modules/settings/index.ts'

/**
 * The real server as a process of its own, for tests that stop, kill and start it. It differs from `main.ts` in three
 * things: a small workspace instead of the demo's two years (unless WITH_DEMO_DATA is set), answers checked against the contract, and a clock that
 * the parent process moves over IPC. Nothing of that can be reached over the network.
 */
const password = 'care-desktop'
const people: readonly DemoPerson[] = [
  { name: 'Anna Kowalska', email: 'anna@example.com', role: 'operator', password },
  { name: 'Boris Petrov', email: 'boris@example.com', role: 'operator', password },
  { name: 'Vera Ivanova', email: 'vera@example.com', role: 'supervisor', password },
  { name: 'Administrator', email: 'admin@example.com', role: 'admin', password },
]

const clock = createTestClock(Date.now() + Number(process.env['CLOCK_AHEAD_MS'] ?? 0))
const log = pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null })

async function makeWorkspace(made: App): Promise<void> {
  const { execute, config } = made.services
  const allowedOrigins = [config.publicUrl, `http://127.0.0.1:${config.port}`]
  if (process.env['WITH_DEMO_DATA']) {
    const { seedDemo } = await import('../demo/index.ts')
    return void (await seedDemo(made.services.store, clock, { origins: allowedOrigins }))
  }
  const { isNew } = await execute(bootstrapWorkspace, system, { siteKey: 'demo', allowedOrigins })
  if (!isNew) return
  const passwordHash = await hashPassword(password)
  for (const { name, email, role } of people) {
    const queueIds = role === 'operator' ? [firstRows.queueId] : []
    await execute(addOperator, system, { name, email, role, passwordHash, queueIds })
  }
}

/** Moves the clock and lets every timer look, so that what is due by then has happened when the parent hears back. */
async function advance(ms: number): Promise<void> {
  clock.advance(ms)
  await beat(app.services, app.processId)
  await app.sweeps.runAll()
  await app.jobs.settle()
}

/** The product on the data of this folder, at the port of this process. */
async function open(dataDir: string): Promise<App> {
  await mkdir(dataDir, { recursive: true })
  const parsed = parseConfig({ ...process.env, DATA_DIR: dataDir }, ['--demo'], process.cwd())
  if (parsed.config === null) throw new Error(parsed.problems.join('\n'))
  const made = await createApp({ ...parsed.config, demoPeople: people, checksResponses: true }, { clock, log })
  await made.migrate()
  await makeWorkspace(made)
  await made.start()
  return made
}

let app = await open(process.env['DATA_DIR'] ?? 'data')

/** Another workspace, in which nothing has happened yet, at the time of today: sooner than another process. */
async function renew(dataDir: string): Promise<void> {
  await app.stop()
  await office?.close()
  office = null
  clock.set(Date.now())
  app = await open(dataDir)
}

interface Wish {
  id: number
  advance?: number
  /** The activity that gets so many messages before those it has. */
  lengthen?: { activityId: string; by: number; unread: number }
  /** The customer who gets so many activities of the ten years before. */
  past?: { customerId: string; activities: number }
  /** A mail that comes to this channel, as it stands on the wire. */
  mail?: { channelId: string; raw: string }
  /** Where the customers' mail server is, and what it was handed; the addresses that it does not take. */
  office?: { refusing: readonly string[] }
  /** The folder of a new workspace, which takes the place of this one. */
  renew?: string
}
let office: PostOffice | null = null
async function grant({ advance: ms, lengthen, past, mail, office: asked, renew: dataDir }: Wish): Promise<unknown> {
  if (dataDir !== undefined) await renew(dataDir)
  if (asked) {
    office ??= await openPostOffice()
    office.refusing.clear()
    for (const address of asked.refusing) office.refusing.set(address, { code: 550, text: 'no such user here' })
    return { login: office.login, password: office.password, posted: office.posted }
  }
  if (mail) {
    await receive(app.services, mail.channelId, [{ externalId: randomUUID(), raw: Buffer.from(mail.raw) }])
    await app.jobs.settle()
  }
  if (ms !== undefined) await advance(ms)
  if (lengthen) await lengthenThread(app.services.store, lengthen.activityId, lengthen.by, lengthen.unread)
  if (past) await lengthenJourney(app.services.store, past.customerId, past.activities)
  return null
}
process.on('message', (wish: Wish) => {
  const { id } = wish
  grant(wish).then(
    (value) => process.send?.({ id, value }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  )
})
const stop = (): void => {
  void office?.close()
  app.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
}
process.on('SIGTERM', stop)
// The parent is gone: nobody will ever stop this process otherwise.
process.on('disconnect', stop)
process.send?.({ isUp: true })
