import { vipRank } from '@care/domain'
import fc from 'fast-check'
import { asc, eq } from '../../db/drizzle.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MergedField } from '@care/contract'
import type { OperatorActor } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import { command } from '../../kernel/command.ts'
import { openTempStore, type TempStore } from '../../testing/temp-store.ts'
import { audience } from './audience.ts'
import { addCustomer } from './commands/add-customer.ts'
import { confirmCustomer } from './commands/confirm-customer.ts'
import { editCompany } from './commands/edit-company.ts'
import { editCustomer } from './commands/edit-customer.ts'
import { mergeCustomers } from './commands/merge-customers.ts'
import { partCustomers } from './commands/part-customers.ts'
import { undoCustomerMerge } from './commands/undo-customer-merge.ts'
import { findOrMakeCustomer } from './make-customer.ts'
import { getCustomer } from './queries/customer.ts'
import { getCustomerHints } from './queries/customer-hints.ts'
import { listCustomers } from './queries/customer-list.ts'
import { getJourney } from './queries/journey.ts'
import { activityRow, addOperator, requestRow, startCustomers } from './testing.ts'

let temp: TempStore
let anna: OperatorActor
let desk: ReturnType<typeof startCustomers>
let numbers = 0
beforeAll(async () => {
  temp = await openTempStore()
  desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator')
})
afterAll(() => temp.remove())

type Fields = Parameters<typeof add>[0]
const add = async (fields: {
  name?: string
  email?: string
  phone?: string
  companyName?: string
  language?: 'pl' | 'ru' | null
  isVip?: boolean
  groups?: string[]
}) => (await desk.execute(addCustomer, anna, fields)).customerId
const see = (id: string) => getCustomer(temp.store.read, anna, id)
const hints = (id: string) => getCustomerHints(temp.store.read, anna, id, desk.clock.now())
const find = async (search: string) =>
  (await listCustomers(temp.store.read, anna, { search, limit: 50 })).items.map(({ id }) => id)

/** A request with a talk and a rating, and the visitor who had it. */
async function talkOf(customerId: string): Promise<string> {
  numbers += 1
  const id = `r${numbers}`
  const { isVip } = await see(customerId)
  await temp.store.transact(async (tx) => {
    await tx.insert(tx.t.requests).values(requestRow({ id, number: numbers, customerId, lastUpdateAt: numbers }))
    await tx
      .insert(tx.t.activities)
      .values(activityRow({ id: `a-${id}`, requestId: id, customerId, vipRank: vipRank(isVip) }))
    await tx.insert(tx.t.ratings).values({
      id: `t-${id}`,
      requestId: id,
      activityId: `a-${id}`,
      customerId,
      score: 5,
      comment: '',
      createdAt: 0,
    })
    const followUp = {
      customerId,
      requestId: id,
      title: 'Call back',
      note: '',
      ownerId: 'anna',
      createdAt: 0,
      updatedAt: 0,
    }
    await tx.insert(tx.t.todos).values([
      { ...followUp, id: `o-${id}`, dueKey: 0, version: 1 },
      // Without a request, and deleted a moment ago: its undo must find it where its customer is.
      { ...followUp, id: `d-${id}`, requestId: null, dueKey: 0, deletedAt: 1, version: 1 },
    ])
    await tx.insert(tx.t.deals).values({
      ...followUp,
      id: `s-${id}`,
      requestId: null,
      amount: 5,
      currency: 'EUR',
      stage: 'new',
      state: 'open',
      expectedKey: '',
      version: 1,
    })
    await tx.insert(tx.t.visitors).values({
      id: `v-${id}`,
      siteId: 's',
      tokenHash: `h-${id}`,
      customerId,
      language: 'pl',
      createdAt: 0,
      lastSeenAt: 0,
    })
  })
  return id
}
async function merge(customerId: string, sourceId: string, take: MergedField[] = []) {
  const [{ version }, { version: sourceVersion }] = [await see(customerId), await see(sourceId)]
  return desk.execute(mergeCustomers, anna, { customerId, version, sourceId, sourceVersion, take })
}
const undo = (mergeId: string) => desk.execute(undoCustomerMerge, anna, { mergeId })

/** Everything that a merge may touch, but the counters of changes. */
async function everything() {
  const { read, t } = temp.store
  const bare = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, version: 0, updatedAt: 0 }))
  return {
    customers: bare(await read.select().from(t.customers).orderBy(asc(t.customers.id))),
    requests: bare(await read.select().from(t.requests).orderBy(asc(t.requests.id))),
    activities: bare(await read.select().from(t.activities).orderBy(asc(t.activities.id))),
    ratings: await read.select().from(t.ratings).orderBy(asc(t.ratings.id)),
    todos: await read.select().from(t.todos).orderBy(asc(t.todos.id)),
    deals: await read.select().from(t.deals).orderBy(asc(t.deals.id)),
    visitors: await read.select().from(t.visitors).orderBy(asc(t.visitors.id)),
    words: await read
      .select()
      .from(t.customerWords)
      .orderBy(asc(t.customerWords.word), asc(t.customerWords.customerId)),
    groups: await read
      .select()
      .from(t.customerGroups)
      .orderBy(asc(t.customerGroups.groupFolded), asc(t.customerGroups.customerId)),
  }
}

describe('a merge', () => {
  test('moves requests, talks, visitors and words; takes what was chosen; the old id is an alias', async () => {
    const elena = await add({ name: 'Elena Petrova', email: 'elena@kawa.pl', groups: ['A'] })
    const twin = await add({
      name: 'E. Petrova',
      email: 'ep@mail.example',
      phone: '+48 601 234 567',
      groups: ['a', 'B'],
    })
    const [own, other] = [await talkOf(elena), await talkOf(twin)]
    const before = desk.events.length
    await merge(elena, twin, ['phone', 'isVip'])
    expect(desk.events.slice(before).map(({ type }) => type)).toEqual(['customer.merged'])
    const merged = await see(elena)
    expect(merged).toMatchObject({
      name: 'Elena Petrova',
      email: 'elena@kawa.pl',
      phone: '+48 601 234 567',
      groups: ['A', 'B'],
      requests: { total: 2 },
    })
    expect(await see(twin)).toEqual(merged)
    const journey = await getJourney(temp.store.read, anna, twin, { limit: 50 })
    expect(journey.requests.map(({ id }) => id).toSorted()).toEqual([own, other].toSorted())
    for (const search of ['elena@kawa.pl', 'ep@mail.example', '601234567']) expect(await find(search)).toEqual([elena])
    expect(await find('petrova')).toEqual([elena])
    const { visitors } = temp.store.t
    const [visitor] = await temp.store.read
      .select()
      .from(visitors)
      .where(eq(visitors.id, `v-${other}`))
    expect(visitor).toMatchObject({ customerId: elena, ownCustomerId: twin })
    const ofTwin = (table: typeof temp.store.t.todos | typeof temp.store.t.deals) =>
      temp.store.read.select({ id: table.id }).from(table).where(eq(table.customerId, twin))
    expect([await ofTwin(temp.store.t.todos), await ofTwin(temp.store.t.deals)]).toEqual([[], []])
  })

  test('mail and calls to either address arrive at the one who stays, also to one that was not chosen', async () => {
    const stays = await add({ name: 'Stays', email: 'stays@x.example', phone: '+48 601 000 001' })
    const goes = await add({ name: 'Goes', email: 'goes@x.example', phone: '+48 601 000 002' })
    const { mergeId } = await merge(stays, goes, ['email', 'phone'])
    const arrive = command({
      name: 'arrive',
      action: 'customers.edit',
      load: async () => null,
      allow: () => true,
      run: async (ctx, _none, sender: { email?: string; phone?: string }) => (await findOrMakeCustomer(ctx, sender)).id,
    })
    const from = (sender: object) => desk.execute(arrive, anna, sender)
    for (const email of ['stays@x.example', 'goes@x.example']) expect(await from({ email })).toBe(stays)
    for (const phone of ['+48 601 000 001', '+48601000002']) expect(await from({ phone })).toBe(stays)
    await expect(add({ name: 'Third', email: 'stays@x.example' })).rejects.toMatchObject({
      code: 'EMAIL_TAKEN',
      details: { customerId: stays },
    })
    await undo(mergeId)
    expect(await from({ email: 'goes@x.example' })).toBe(goes)
    expect(await from({ email: 'stays@x.example' })).toBe(stays)
  })

  test('is told to who has a task of either, and to who looks at either', async () => {
    const [stays, goes] = [await add({ name: 'Stays' }), await add({ name: 'Goes' })]
    const requestId = await talkOf(goes)
    await temp.store.transact((tx) =>
      tx.update(tx.t.activities).set({ operatorId: 'boris' }).where(eq(tx.t.activities.requestId, requestId)),
    )
    await merge(stays, goes)
    const event = desk.events.at(-1)
    if (event?.type !== 'customer.merged') throw new Error('no merge')
    const pushes = await audience['customer.merged'](event, { store: temp.store } as Services)
    const told = pushes.flatMap((push) =>
      push.to === 'desk' ? push.rooms.map((name) => `${name} ${JSON.stringify(push.payload)}`) : [],
    )
    const { version } = event.facts
    for (const customerId of [stays, goes])
      expect(told).toEqual(
        expect.arrayContaining([
          `customer:${customerId} ${JSON.stringify({ customerId, version })}`,
          `operator:boris ${JSON.stringify({ customerId, version })}`,
        ]),
      )
  })

  test('is refused for oneself, for who is merged already, and for what somebody changed meanwhile', async () => {
    const [one, two, three] = [await add({ name: 'One' }), await add({ name: 'Two' }), await add({ name: 'Three' })]
    const input = { customerId: one, version: 1, sourceId: two, sourceVersion: 1, take: [] }
    const run = (over: object) => desk.execute(mergeCustomers, anna, { ...input, ...over })
    await expect(run({ sourceId: one })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(run({ sourceId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(run({ version: 9 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(run({ sourceVersion: 9 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await run({})
    await expect(run({ customerId: three })).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  })

  test('two people merging the same two at once make one merge', async () => {
    const [one, two] = [await add({ name: 'One' }), await add({ name: 'Two' })]
    const tries = await Promise.allSettled([
      desk.execute(mergeCustomers, anna, { customerId: one, version: 1, sourceId: two, sourceVersion: 1, take: [] }),
      desk.execute(mergeCustomers, anna, { customerId: two, version: 1, sourceId: one, sourceVersion: 1, take: [] }),
    ])
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('its undo', () => {
  test('keeps what came since: new requests, and values that were changed', async () => {
    const stays = await add({ name: 'Stays', language: 'pl' })
    const goes = await add({ name: 'Goes', language: 'ru' })
    const old = await talkOf(goes)
    const { mergeId } = await merge(stays, goes, ['name', 'language'])
    const since = await talkOf(stays)
    const { version } = await see(stays)
    await desk.execute(editCustomer, anna, { customerId: stays, version, patch: { name: 'Corrected' } })
    await undo(mergeId)
    expect(await see(stays)).toMatchObject({ name: 'Corrected', language: 'pl', requests: { total: 1 } })
    expect(await see(goes)).toMatchObject({ id: goes, name: 'Goes', requests: { total: 1 } })
    const ids = async (id: string) =>
      (await getJourney(temp.store.read, anna, id, { limit: 9 })).requests.map((r) => r.id)
    expect([await ids(stays), await ids(goes)]).toEqual([[since], [old]])
    await expect(undo(mergeId)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await expect(undo('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of an older merge waits for that of the later one', async () => {
    const [a, b, c] = [await add({ name: 'A' }), await add({ name: 'B' }), await add({ name: 'C' })]
    const first = await merge(b, a)
    const second = await merge(c, b)
    expect((await see(a)).id).toBe(c)
    await expect(undo(first.mergeId)).rejects.toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect((await hints(c)).merges.map(({ id, mergedBy }) => [id, mergedBy])).toEqual([
      [second.mergeId, 'Anna Kowalska'],
    ])
    await undo(second.mergeId)
    expect((await see(a)).id).toBe(b)
    await undo(first.mergeId)
    expect((await see(a)).id).toBe(a)
  })

  test('after any merges in any order, undone in the reverse order, everything stands as before', async () => {
    const person = fc.record({
      name: fc.constantFrom('', 'Ana Kot', 'Łukasz Żółty'),
      hasEmail: fc.boolean(),
      phone: fc.constantFrom('', '+48 601 234 567', '601 234 567', '112'),
      companyName: fc.constantFrom('', 'Kawa', 'Herbata'),
      language: fc.constantFrom(null, 'pl' as const, 'ru' as const),
      isVip: fc.boolean(),
      groups: fc.subarray(['A', 'b', 'ą']),
      talks: fc.integer({ min: 0, max: 2 }),
    })
    const take = fc.subarray<MergedField>(['name', 'email', 'phone', 'companyName', 'language', 'timeZone', 'isVip'])
    const step = fc.record({ into: fc.nat(), from: fc.nat(), take })
    const story = fc.record({
      people: fc.array(person, { minLength: 2, maxLength: 4 }),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(story, async ({ people, steps }) => {
        const ids: string[] = []
        for (const { hasEmail, talks, ...fields } of people) {
          numbers += 1
          const id = await add({ ...fields, email: hasEmail ? `p${numbers}@x.example` : '' } satisfies Fields)
          for (let i = 0; i < talks; i += 1) await talkOf(id)
          ids.push(id)
        }
        const before = await everything()
        const done: string[] = []
        let left = ids
        for (const one of steps) {
          const into = left[one.into % left.length] ?? ''
          const others = left.filter((id) => id !== into)
          const from = others[one.from % others.length]
          if (from === undefined) break
          done.push((await merge(into, from, one.take)).mergeId)
          left = left.filter((id) => id !== from)
        }
        for (const mergeId of done.toReversed()) await undo(mergeId)
        expect(await everything()).toEqual(before)
      }),
      { numRuns: 25 },
    )
  })
})

describe('hints', () => {
  test('who may be the same is suggested until somebody says no', async () => {
    const known = await add({ name: 'Maria Nowak', phone: '+48 601 555 555', companyName: 'Nowak i synowie' })
    const same = await add({ name: 'M. Nowak', phone: '0048601555555', companyName: 'Nowak i synowie' })
    const [found] = (await hints(known)).duplicates
    expect(found).toMatchObject({ customer: { id: same }, reasons: ['phone', 'name'], isUnproven: false })
    await desk.execute(partCustomers, anna, { customerId: known, otherId: same })
    expect((await hints(known)).duplicates).toEqual([])
    expect((await hints(same)).duplicates).toEqual([])
  })

  test('an address that a visitor only typed is an unproven reason, on both sides', async () => {
    const known = await add({ name: 'Real', email: 'real@proof.example' })
    const visitor = await add({ name: 'Says he is' })
    await temp.store.transact(async (tx) => {
      await tx.update(tx.t.customers).set({ email: 'Real@proof.example' }).where(eq(tx.t.customers.id, visitor))
      await tx.insert(tx.t.customerWords).values({ word: 'real@proof.example', customerId: visitor })
    })
    expect((await hints(visitor)).duplicates).toMatchObject([{ customer: { id: known }, isUnproven: true }])
    expect((await hints(known)).duplicates).toMatchObject([{ customer: { id: visitor }, isUnproven: true }])
  })

  test('marks say what is missing or old, with what would mend it', async () => {
    const bare = await add({ name: 'Bare' })
    expect((await hints(bare)).marks).toEqual([{ kind: 'noContact' }])
    await talkOf(bare)
    expect((await hints(bare)).marks).toContainEqual({ kind: 'language', language: 'pl' })

    const first = await add({ name: 'Colleague', companyName: 'Domena' })
    const companyId = (await see(first)).company?.id ?? ''
    await desk.execute(editCompany, anna, { companyId, version: 1, patch: { domains: ['domena.example'] } })
    const mail = await add({ name: 'By mail', email: 'x@domena.example' })
    expect((await hints(mail)).marks).toEqual([
      { kind: 'company', company: { id: companyId, name: 'Domena' }, domain: 'domena.example' },
    ])

    const phone = await add({ name: 'By phone', phone: '601 234 000' })
    expect((await hints(phone)).marks).toEqual([{ kind: 'phoneCountry', fix: null }])
    await desk.execute(editCustomer, anna, { customerId: phone, version: 1, patch: { language: 'pl' } })
    expect((await hints(phone)).marks).toEqual([{ kind: 'phoneCountry', fix: '+48 601 234 000' }])

    desk.clock.advance(366 * 86_400_000)
    expect((await hints(first)).marks.map(({ kind }) => kind)).toContain('old')
    await desk.execute(confirmCustomer, anna, { customerId: first })
    expect((await hints(first)).marks.map(({ kind }) => kind)).not.toContain('old')
  })
})
