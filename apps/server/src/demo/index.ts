import { dayMs, hourMs } from '@care/domain'
import { insertMany } from '../db/bulk.ts'
import type { Tables } from '../db/schema/index.ts'
import type { Store } from '../db/store.ts'
import type { Clock } from '../kernel/clock.ts'
import { listNew } from '../modules/lists/index.ts'
import { hashPassword } from '../modules/operators/index.ts'
import { languageAt, makeCustomers } from './customers.ts'
import { makeFacts } from './facts.ts'
import { makeFollowUps } from './follow-ups.ts'
import { makeMailbox } from './mailbox.ts'
import { makeQuickReplies } from './quick-replies.ts'
import { createRandom, type Random } from './random.ts'
import { makeClosed, makeOpen, openPlans, openStart } from './requests.ts'
import { createRows, type RowMaker, type Rows } from './rows.ts'
import { contacts } from './schedule.ts'
import { demoPassword, makeWorkspace } from './workspace.ts'

export { createDemoMail } from './mail/demo-mail.ts'
export { demoPassword, people as demoPeople, siteKey as demoSiteKey } from './workspace.ts'

const seed = 20_240_229
const customerCount = 200
const requestCount = 2_000
const history = 2 * 365 * dayMs

/**
 * Fills an empty database with the demo workspace: people, customers and two years of requests before now. The same
 * time gives the same rows. Does nothing when there are operators already; all or nothing is written.
 */
export async function seedDemo(
  store: Store,
  clock: Clock,
  { origins }: { origins: readonly string[] },
): Promise<boolean> {
  const [known] = await store.read.select({ id: store.t.operators.id }).from(store.t.operators).limit(1)
  if (known) return false
  const rows = makeDemo(clock.now(), await hashPassword(demoPassword), origins)
  await store.transact(async (tx) => {
    for (const [table, list] of Object.entries(rows) as [keyof Tables, never[]][])
      await insertMany(tx, tx.t[table], list)
    await listNew(
      tx,
      (rows.requests ?? []).map(({ id }) => id),
    )
  })
  return true
}

/** All rows of the demo workspace as it stands at `now`. */
export function makeDemo(now: number, passwordHash: string, origins: readonly string[]): Rows {
  const maker = createRows()
  const random = createRandom(seed)
  const openedAt = now - history
  makeWorkspace(maker, openedAt, now, passwordHash, origins)
  makeMailbox(maker, openedAt)
  makeQuickReplies(maker, openedAt)
  makeRequests(maker, random, openedAt, now)
  makeFacts(maker, now, Intl.DateTimeFormat().resolvedOptions().timeZone)
  makeFollowUps(maker, now)
  maker.add('counters', { name: 'requestNumber', value: requestCount })
  // The log is in the order in which things happened: its seq is what histories are sorted by.
  maker.rows.events?.sort((a, b) => a.at - b.at)
  return maker.rows
}

function makeRequests(maker: RowMaker, random: Random, openedAt: number, now: number): void {
  const closed = contacts(random, requestCount - openPlans.length, openedAt, now - 7 * hourMs).map((at) => ({
    at,
    who: regular(random),
    plan: null,
  }))
  const callers = callersNow()
  const open = openPlans.map((plan, index) => ({ at: openStart(random, plan, now), who: callers[index] ?? 0, plan }))
  const slots = [...closed, ...open].sort((a, b) => a.at - b.at)
  const firstContact = Array.from(
    { length: customerCount },
    (_, index) => slots.find(({ who }) => who === index)?.at ?? openedAt + random.between(0, history),
  )
  const customers = makeCustomers(maker, random, firstContact)
  const previous = new Map<number, { id: string; closedAt: number | null | undefined }>()
  for (const [index, { at, who, plan }] of slots.entries()) {
    const customer = customers[who]
    if (!customer) throw new Error('a request of nobody')
    const before = previous.get(who)
    const slot = {
      at,
      customer,
      number: index + 1,
      previousId: before?.closedAt && before.closedAt < at ? before.id : null,
    }
    const { request } = plan ? makeOpen(maker, random, slot, plan, now) : makeClosed(maker, random, slot, now)
    previous.set(who, { id: request.id, closedAt: request.closedAt })
  }
}

/** Some customers write often, most of them now and then. */
const regular = (random: Random): number => Math.floor(customerCount * random.next() ** 1.6)

/** Who has open work, each once: a newcomer should be able to read most of it. */
function callersNow(): number[] {
  const languages = ['en', 'en', 'pl', 'en', 'ru', 'en', 'bg'] as const
  const callers: number[] = []
  for (let index = 3; callers.length < openPlans.length; index++)
    if (languageAt(index) === languages[callers.length % languages.length]) callers.push(index)
  return callers
}
