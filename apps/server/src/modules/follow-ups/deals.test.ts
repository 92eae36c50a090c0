import { defaultDealStages } from '@care/domain/follow-ups'
import { eq, isNull } from '../../db/drizzle.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openRouting, type RoutingBench } from '../../testing/routing-bench.ts'
import { refusal } from '../../testing/workbench.ts'
import { undoFollowUp } from '../undo/commands/undo-follow-up.ts'
import { addDeal, type NewDealInput } from './commands/add-deal.ts'
import { deleteDeal } from './commands/delete-deal.ts'
import { editDealStages } from './commands/edit-deal-stages.ts'
import { editDeal } from './commands/edit-deal.ts'
import { dealById, dealList, totalsOf } from './queries/deals.ts'

let bench: RoutingBench
let anna: OperatorActor
let boris: OperatorActor
let vera: OperatorActor
let customerId: string
beforeEach(async () => {
  bench = await openRouting()
  anna = await bench.desk('Anna')
  boris = await bench.operator('Boris')
  vera = await bench.operator('Vera', 'supervisor', [])
  customerId = (await bench.visitor('Jonas')).customerId
})
afterEach(() => bench.remove())

const add = async (input: Partial<NewDealInput> = {}) => {
  const deal = { customerId, title: 'New machine', amount: 120_050, currency: 'EUR', ...input }
  return (await bench.execute(addDeal, anna, deal)).dealId
}
const see = (id: string, who = anna) => dealById(bench.store.read, who, id)
const edit = (id: string, version: number, patch: Parameters<typeof editDeal.run>[2]['patch'], change?: string) =>
  bench.execute(editDeal, anna, { dealId: id, version, patch }, { requestId: change })
const list = async (who: OperatorActor, query: Partial<Parameters<typeof dealList>[2]> = {}) =>
  (await dealList(bench.store.read, who, { limit: 50, ...query })).items.map(({ title }) => title)
const totals = (who: OperatorActor, owner?: string) => totalsOf(bench.store.read, who, { owner })

test('a deal begins in the first stage; won or lost closes it, another opens it again; each is undone', async () => {
  const id = await add({ expectedOn: '2026-05-01' })
  expect(await see(id)).toMatchObject({ stage: 'new', state: 'open', closedAt: null, amount: 120_050, version: 1 })
  await edit(id, 1, { stage: 'won' }, 'change-won-1')
  expect(await see(id)).toMatchObject({ state: 'won', closedAt: bench.clock.now(), version: 2 })
  expect(bench.ofType('deal.stageMoved')).toMatchObject([{ facts: { from: 'new', to: 'won', state: 'won' } }])
  await bench.execute(undoFollowUp, anna, { customerId, requestId: null, change: 'change-won-1' })
  expect(await see(id)).toMatchObject({ stage: 'new', state: 'open', closedAt: null })
  expect(await refusal(edit(id, 3, { stage: 'nowhere' }))).toBe('INVALID_INPUT')
  expect(await refusal(edit(id, 2, { stage: 'lost' }))).toBe('CONFLICT')
})

test('next expected first, by key; by state and stage; of others for who may', async () => {
  await add({ title: 'b', expectedOn: '2026-06-01' })
  await add({ title: 'none' })
  await add({ title: 'a', expectedOn: '2026-05-01', stage: 'won' })
  await add({ title: 'c', expectedOn: '2026-05-20', ownerId: 'boris', stage: 'proposal' })
  expect(await list(anna)).toEqual(['a', 'b', 'none'])
  expect(await list(anna, { state: 'open' })).toEqual(['b', 'none'])
  expect(await list(anna, { stage: 'won' })).toEqual(['a'])
  expect(await list(boris)).toEqual(['c'])
  expect(await list(boris, { customerId })).toEqual(['a', 'c', 'b', 'none'])
  expect(await list(vera, { owner: 'all', state: 'open' })).toEqual(['c', 'b', 'none'])
  expect(await refusal(list(boris, { owner: 'anna' }))).toBe('FORBIDDEN')
  expect(await refusal(totals(boris, 'all'))).toBe('FORBIDDEN')
  const first = await dealList(bench.store.read, anna, { limit: 2 })
  expect(await list(anna, { limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['none'])
})

test('edits of others need the right; a conflict says what it is now', async () => {
  const id = await add()
  const patch = { amount: 5 }
  expect(await refusal(bench.execute(editDeal, boris, { dealId: id, version: 1, patch }))).toBe('FORBIDDEN')
  await bench.execute(editDeal, vera, { dealId: id, version: 1, patch })
  await expect(edit(id, 1, { amount: 7 })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { changedBy: 'Vera', current: { amount: 5 } },
  })
})

describe('totals', () => {
  test('are by stage and currency, of one owner or all', async () => {
    await add({ amount: 100 })
    await add({ amount: 250 })
    await add({ amount: 7, currency: 'JPY' })
    await add({ amount: 1_000, ownerId: 'boris' })
    expect(await totals(anna)).toEqual([
      { stage: 'new', currency: 'EUR', count: 2, amount: 350 },
      { stage: 'new', currency: 'JPY', count: 1, amount: 7 },
    ])
    expect(await totals(vera, 'all')).toMatchObject([{ count: 3, amount: 1_350 }, { count: 1 }])
  })

  test('are what a scan finds, whatever is done', async () => {
    const pick = <T>(...all: T[]) => fc.constantFrom(...all)
    const step = fc.record({
      kind: pick('add', 'edit', 'delete', 'undo'),
      which: fc.nat(5),
      amount: fc.nat(1_000_000),
      currency: pick('EUR', 'PLN'),
      stage: pick('new', 'proposal', 'won', 'lost'),
      ownerId: pick('anna', 'boris'),
    })
    let changes = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const { deals, dealTotals } = bench.store.t
        await bench.store.transact(async (tx) => {
          await tx.delete(deals)
          await tx.delete(dealTotals)
        })
        const ids: string[] = []
        for (const { kind, which, ...values } of steps) {
          const id = ids[which % Math.max(1, ids.length)]
          const change = `change-${changes}`
          if (kind === 'add') ids.push(await add({ ...values, title: 'x' }))
          else if (kind === 'undo')
            await refusal(bench.execute(undoFollowUp, anna, { customerId, requestId: null, change }))
          else if (id !== undefined) {
            const options = { requestId: `change-${(changes += 1)}` }
            const [row] = await bench.store.read.select().from(deals).where(eq(deals.id, id))
            const command =
              kind === 'delete'
                ? bench.execute(deleteDeal, vera, { dealId: id }, options)
                : bench.execute(editDeal, anna, { dealId: id, version: row?.version ?? 0, patch: values }, options)
            await refusal(command)
          }
        }
        const expected = new Map<string, { count: number; amount: number }>()
        for (const { stage, currency, amount } of await bench.store.read
          .select()
          .from(deals)
          .where(isNull(deals.deletedAt))) {
          const before = expected.get(`${stage} ${currency}`) ?? { count: 0, amount: 0 }
          expected.set(`${stage} ${currency}`, { count: before.count + 1, amount: before.amount + amount })
        }
        const kept = (await totals(vera, 'all')).map(
          ({ stage, currency, ...sums }) => [`${stage} ${currency}`, sums] as const,
        )
        expect(new Map(kept)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })
})

describe('the stages of the workspace', () => {
  const stage = (key: string, state: 'open' | 'won' | 'lost') => ({
    key,
    state,
    name: { en: key, ru: key, pl: key, bg: key },
  })
  const set = (stages: Parameters<typeof editDealStages.run>[2]['stages'], who: OperatorActor) =>
    bench.execute(editDealStages, who, { stages })
  test('are set by who sets up types; one that deals are in cannot go or mean something else', async () => {
    const admin = await bench.operator('Ada', 'admin', [])
    const id = await add({ stage: 'proposal' })
    const own = [stage('talk', 'open'), stage('won', 'won'), stage('lost', 'lost')]
    expect(await refusal(set(own, vera))).toBe('FORBIDDEN')
    expect(await refusal(set(own.slice(1), admin))).toBe('INVALID_INPUT')
    expect(await refusal(set(own, admin))).toBe('NOT_ALLOWED_NOW')
    const turned = defaultDealStages.map((one) => (one.key === 'proposal' ? stage('proposal', 'lost') : one))
    expect(await refusal(set(turned, admin))).toBe('NOT_ALLOWED_NOW')
    await bench.execute(deleteDeal, anna, { dealId: id })
    await set(own, admin)
    expect(await see(await add())).toMatchObject({ stage: 'talk', state: 'open' })
    expect(await refusal(add({ stage: 'proposal' }))).toBe('INVALID_INPUT')
  })
})
