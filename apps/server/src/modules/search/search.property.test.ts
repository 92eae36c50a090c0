import { hasWords, searchWords } from '@care/domain'
import { asc, eq } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import { openTies, type TiesBench } from '../../testing/ties-bench.ts'
import { addComment } from '../activities/commands/add-comment.ts'
import { deleteMessage } from '../activities/commands/delete-message.ts'
import { editMessage } from '../activities/commands/edit-message.ts'
import { moveActivity } from '../activities/commands/move-activity.ts'
import { sendMessage } from '../activities/commands/send-message.ts'
import { editCompany } from '../customers/commands/edit-company.ts'
import { editCustomer } from '../customers/commands/edit-customer.ts'
import { mergeCustomers } from '../customers/commands/merge-customers.ts'
import { undoCustomerMerge } from '../customers/commands/undo-customer-merge.ts'
import { listUnlisted, requestIdsMatching } from '../lists/index.ts'
import { editRequest } from '../requests/commands/edit-request.ts'
import { takeTask } from '../routing/commands/take-task.ts'
import { splitRequest } from '../ties/commands/split-request.ts'
import { followSearch, searchUnsearched } from './index.ts'

let bench: TiesBench
let vera: OperatorActor
beforeAll(async () => {
  bench = await openTies()
  vera = await bench.operator('Vera', 'supervisor', [])
})
afterAll(() => bench.remove())

const vocabulary =
  'order ordered orders refund late tank go gone заказ заказа ещё Еще ёлка йод не нет ВОЗВРАТ zażółć gęślą ŁÓDŹ lodz zamówienie zamówienia поръчка поръчки къде ЪГЪЛ 4711 47 e\u0301tude Straße'.split(
    ' ',
  )
const texts = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 5 }).map((words) => words.join(', '))
const kinds = [
  'request',
  'talk',
  'say',
  'say',
  'edit',
  'delete',
  'comment',
  'title',
  'customer',
  'company',
  'move',
  'merge',
  'unmerge',
  'split',
  'joinCustomers',
  'partCustomers',
  'index',
] as const
const steps = fc.array(fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(999), text: texts }), {
  minLength: 8,
  maxLength: 24,
})
/** Beginnings of words, one or two, as they are typed. */
const searches = fc
  .array(
    fc
      .tuple(fc.constantFrom(...vocabulary), fc.integer({ min: 1, max: 12 }))
      .map(([word, most]) => word.slice(0, most)),
    { minLength: 1, maxLength: 3 },
  )
  .map((words) => words.join(' '))

const pick = <T>(rows: readonly T[], at: number): T | undefined => rows[at % rows.length]
let made = 0

/** One thing that somebody does; what cannot be done now is refused, which changes nothing. */
async function act({ kind, at, text }: { kind: (typeof kinds)[number]; at: number; text: string }): Promise<void> {
  const { store, execute, anna } = bench
  const { requests, activities, messages, customers } = store.t
  const request = pick(await store.read.select().from(requests).orderBy(asc(requests.number)), at)
  const talks = await store.read
    .select()
    .from(activities)
    .where(eq(activities.requestId, request?.id ?? ''))
  const talk = pick(talks, at)
  const said = await store.read
    .select()
    .from(messages)
    .where(eq(messages.activityId, talk?.id ?? ''))
  const message = pick(
    said.filter(({ authorKind }) => authorKind === 'operator'),
    at,
  )
  const people = await store.read.select().from(customers).orderBy(asc(customers.id))
  const person = pick(people, at)
  const clientMessageId = `message-${(made += 1)}`
  if (kind === 'request') await bench.add(text, person?.mergedIntoId ?? person?.id)
  else if (kind === 'talk') {
    const activityId = await bench.task({ customerId: bench.jonas.customerId, visitorId: bench.jonas.id })
    await execute(takeTask, anna, { activityId })
  } else if (kind === 'say' && talk)
    await execute(sendMessage, anna, { activityId: talk.id, message: { clientMessageId, text, attachmentIds: [] } })
  else if (kind === 'edit' && talk && message)
    await execute(editMessage, anna, { activityId: talk.id, messageId: message.id, text })
  else if (kind === 'delete' && talk && message)
    await execute(deleteMessage, anna, { activityId: talk.id, messageId: message.id })
  else if (kind === 'comment' && talk)
    await execute(addComment, anna, { activityId: talk.id, clientCommentId: clientMessageId, text })
  else if (kind === 'title' && request)
    await execute(editRequest, anna, { requestId: request.id, version: request.version, patch: { title: text } })
  else if (kind === 'customer' && person) {
    const patch = at % 2 === 0 ? { name: text } : { companyName: text.slice(0, 40) }
    await execute(editCustomer, anna, { customerId: person.id, version: person.version, patch })
  } else if (kind === 'company') {
    const company = pick(await store.read.select().from(store.t.companies), at)
    if (company)
      await execute(editCompany, anna, { companyId: company.id, version: company.version, patch: { name: text } })
  } else if (kind === 'move' && talk) {
    const target = pick(await store.read.select().from(requests), at * 7)
    await execute(moveActivity, anna, { activityId: talk.id, requestId: at % 4 === 0 ? null : (target?.id ?? null) })
  } else if (kind === 'merge' && request) {
    const target = pick(await store.read.select().from(requests), at * 7)
    if (target) await bench.merge(request.id, target.id)
  } else if (kind === 'unmerge') {
    const merge = pick(await store.read.select().from(store.t.requestMerges), at)
    if (merge) await bench.unmerge(merge.id)
  } else if (kind === 'split' && request && talk)
    await execute(splitRequest, anna, { requestId: request.id, activityIds: [talk.id], title: text })
  else if (kind === 'joinCustomers' && person) {
    const other = pick(people, at * 7)
    if (other) {
      const both = { customerId: person.id, version: person.version, sourceId: other.id, sourceVersion: other.version }
      await execute(mergeCustomers, anna, { ...both, take: ['name'] })
    }
  } else if (kind === 'partCustomers') {
    const merge = pick(await store.read.select().from(store.t.customerMerges), at)
    if (merge) await execute(undoCustomerMerge, anna, { mergeId: merge.id })
  } else if (kind === 'index') await index()
}

async function index(): Promise<void> {
  while ((await bench.execute(listUnlisted, system, null)).isMore);
  while ((await followSearch(bench.services)).isMore);
  while ((await searchUnsearched(bench.services)).isMore);
}

/** What is found, by looking at every word of every request. */
async function plainScan(search: string): Promise<string[]> {
  const { read, t } = bench.store
  const activities = await read.select().from(t.activities)
  const messages = await read.select().from(t.messages)
  const comments = await read.select().from(t.comments)
  const people = await read.select().from(t.customers)
  const companies = await read.select().from(t.companies)
  const rows = await read.select().from(t.requests).orderBy(asc(t.requests.number))
  const found = rows.filter((request) => {
    const talks = new Set(activities.filter(({ requestId }) => requestId === request.id).map(({ id }) => id))
    // Whoever was merged into this customer is still found by his words.
    const ofCustomer = people.filter(({ id, mergedIntoId }) => (mergedIntoId ?? id) === request.customerId)
    const all = [
      String(request.number),
      request.title,
      request.description,
      ...messages.filter(({ activityId }) => talks.has(activityId)).map(({ text }) => text),
      ...comments.filter(({ activityId }) => talks.has(activityId)).map(({ text }) => text),
      ...ofCustomer.flatMap(({ name, email }) => [name, email]),
      ...companies.filter(({ id }) => ofCustomer.some(({ companyId }) => companyId === id)).map(({ name }) => name),
    ]
    return hasWords(all.join('\n'), searchWords(search))
  })
  return found.map(({ id }) => id).toReversed()
}

async function search(words: string): Promise<string[]> {
  const asker = { actor: vera, now: bench.clock.now() }
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await requestIdsMatching(bench.store.read, { words }, asker, cursor, 3)
    found.push(...page.ids)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

test('whatever is said, changed, moved, merged and undone: what is found is what a plain scan finds', async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.array(searches, { minLength: 4, maxLength: 8 }), async (does, looks) => {
      for (const step of does) {
        bench.clock.advance(1_000)
        await act(step).catch((error: { code?: string }) => {
          if (error.code === undefined) throw error
          refused += 1
        })
      }
      await index()
      for (const words of looks)
        expect({ words, found: await search(words) }).toEqual({ words, found: await plainScan(words) })
    }),
    { numRuns: 25 },
  )
  // Most of what was tried was done.
  expect(refused).toBeLessThan(200)
  const { searchWords: known, searchDocuments } = bench.store.t
  const words = new Set((await bench.store.read.select().from(known)).map(({ word }) => word))
  const documents = await bench.store.read.select().from(searchDocuments)
  const said = new Set(documents.flatMap(({ head, said: more }) => (head + more).slice(1).split(' ')))
  // What nobody says any more is not kept.
  expect(words).toEqual(said)
}, 120_000)
