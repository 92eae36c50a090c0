import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '../../db/store.ts'
import { type OperatorActor, system } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/command.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { customers } from '../customers/index.ts'
import { closeRequest } from './commands/close-request.ts'
import { editRequest } from './commands/edit-request.ts'
import { moveStage } from './commands/move-stage.ts'
import { requestsModule } from './index.ts'
import { takeUpRequest } from './ownership.ts'
import { requestHistory } from './queries/history.ts'
import { requestDetails } from './queries/request-details.ts'
import { addOne, addReturns, aField, options } from '../../testing/returns.ts'

let bench: Workbench
let anna: OperatorActor
let boris: OperatorActor
const fields = [
  aField('order', { required: 'stages', requiredStages: ['checking'] }),
  aField('reason', { kind: 'choice', options: options('damaged', 'wrong'), required: 'always' }),
  aField('damage', { kind: 'longText', required: 'closing', shownIf: { fieldId: 'reason', values: ['damaged'] } }),
  aField('refund', { kind: 'number' }),
  aField('inspector', { kind: 'person' }),
  aField('old', { isRemoved: true }),
]
beforeEach(async () => {
  bench = await openWorkbench([requestsModule, customers])
  anna = await bench.operator('Anna')
  boris = await bench.operator('Boris')
  await addReturns(bench, fields)
})
afterEach(() => bench.remove())

const add = (attributes: object = { reason: 'wrong' }) =>
  addOne(bench, anna, { typeId: 'return', queueId: 'q', attributes })
const see = (requestId: string) => requestDetails(bench.store.read, anna, requestId)
const edit = (requestId: string, version: number, patch: object, who = anna) =>
  bench.execute(editRequest, who, { requestId, version, patch })
const move = (requestId: string, stage: string, attributes?: object) =>
  bench.execute(moveStage, anna, { requestId, stage, ...(attributes ? { attributes: attributes as never } : {}) })
const close = (requestId: string, more: object = {}) =>
  bench.execute(closeRequest, anna, { requestId, outcome: 'solved', ...more })

describe('adding', () => {
  test('asks for what is always required, and names it', async () => {
    await expect(add({})).rejects.toMatchObject({
      code: 'FIELDS_REQUIRED',
      details: { fields: [{ id: 'reason', name: { en: 'reason' } }] },
    })
    expect(bench.ofType('request.created')).toHaveLength(0)
    expect(await see(await add({ reason: 'wrong', refund: 12.5 }))).toMatchObject({
      stage: 'received',
      attributes: { reason: 'wrong', refund: 12.5 },
      fields: [{ id: 'order' }, { id: 'reason' }, { id: 'damage' }, { id: 'refund' }, { id: 'inspector' }],
    })
  })
  test.each([
    ['an unknown field', { nothing: 'x' }],
    ['a removed field', { old: 'x' }],
    ['an unknown option', { reason: 'lost' }],
    ['no number', { refund: 'many' }],
    ['a person who is none', { inspector: 'nobody' }],
  ])('%s is refused', async (_name, more) => {
    expect(await refusal(add({ reason: 'wrong', ...more }))).toBe('INVALID_INPUT')
  })
})

describe('editing', () => {
  test('changes one field, leaves the others, and stands in the history with from and to', async () => {
    const requestId = await add()
    await edit(requestId, 1, { attributes: { refund: 5, order: ' 58213 ' } })
    await edit(requestId, 2, { attributes: { refund: null, order: '58214', inspector: 'boris' } })
    expect(await see(requestId)).toMatchObject({
      attributes: { reason: 'wrong', order: '58214', inspector: 'boris' },
      version: 3,
    })
    const { items } = await requestHistory(bench.store.read, requestId, { limit: 10, kind: 'fields' })
    expect(items.map(({ facts }) => facts.fields)).toEqual([
      {
        'attribute:refund': { from: 5, to: null },
        'attribute:order': { from: '58213', to: '58214' },
        'attribute:inspector': { from: null, to: 'boris' },
      },
      { 'attribute:refund': { from: null, to: 5 }, 'attribute:order': { from: '', to: '58213' } },
    ])
    // What was written is not in the log, which erasure cannot blank.
    const log = await bench.store.read.select().from(bench.store.t.events)
    expect(JSON.stringify(log.map(({ facts }) => facts))).not.toContain('58213')
  })
  test('on an old version is refused, an empty one of what is always required too', async () => {
    const requestId = await add()
    await edit(requestId, 1, { attributes: { refund: 5 } }, boris)
    expect(await refusal(edit(requestId, 1, { attributes: { refund: 6 } }))).toBe('CONFLICT')
    expect(await refusal(edit(requestId, 2, { attributes: { reason: null } }))).toBe('FIELDS_REQUIRED')
    expect(await see(requestId)).toMatchObject({ attributes: { reason: 'wrong', refund: 5 }, version: 2 })
  })
})

describe('a move', () => {
  test('is refused without the fields of the stage; with them all of it is done in one call', async () => {
    const requestId = await add()
    expect((await see(requestId)).stages.map(({ key, isNext, asks }) => [key, isNext, asks])).toEqual([
      ['received', false, false],
      ['checking', true, true],
      ['transit', false, false],
      ['refunded', false, false],
      ['refused', true, false],
    ])
    await expect(move(requestId, 'checking')).rejects.toMatchObject({
      code: 'FIELDS_REQUIRED',
      details: { stage: 'checking', fields: [{ id: 'order' }] },
    })
    await move(requestId, 'checking', { order: '7', refund: 3 })
    expect(await see(requestId)).toMatchObject({ stage: 'checking', attributes: { order: '7', refund: 3 } })
    expect(bench.events.map(({ type }) => type).slice(-2)).toEqual(['request.edited', 'request.stageMoved'])
  })
  test('that is refused writes nothing of it', async () => {
    const requestId = await add()
    expect(await refusal(move(requestId, 'checking', { refund: 3 }))).toBe('FIELDS_REQUIRED')
    expect(await refusal(move(requestId, 'transit', { order: '7' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(move(requestId, 'checking', { order: 7 }))).toBe('INVALID_INPUT')
    expect(await see(requestId)).toMatchObject({ stage: 'received', attributes: { reason: 'wrong' }, version: 1 })
  })
  test('by taking up the work waits for a person while something is to be asked', async () => {
    const requestId = await add()
    const take = () => bench.store.transact((tx) => takeUpRequest(ctxOf(tx), requestId, 'anna'))
    await take()
    expect(await see(requestId)).toMatchObject({ stage: 'received', assignee: { id: 'anna' } })
    await edit(requestId, 2, { attributes: { order: '7' } })
    await take()
    expect(await see(requestId)).toMatchObject({ stage: 'checking' })
  })
})
const ctxOf = (tx: Tx): Ctx => ({
  actor: anna,
  now: bench.clock.now(),
  tx,
  newId: () => 'x',
  emit: () => undefined,
  tell: () => undefined,
  owe: () => undefined,
})

describe('closing', () => {
  test('asks for what is shown and missing; hidden fields are not asked', async () => {
    const wrong = await add()
    await close(wrong)
    expect(await see(wrong)).toMatchObject({ stage: 'refused', category: 'closed' })
    const damaged = await add({ reason: 'damaged' })
    await expect(close(damaged)).rejects.toMatchObject({
      code: 'FIELDS_REQUIRED',
      details: { fields: [{ id: 'damage' }] },
    })
    await close(damaged, { attributes: { damage: 'Cracked' } })
    expect(await see(damaged)).toMatchObject({ category: 'closed', attributes: { damage: 'Cracked' } })
  })
  test('goes to the end that was chosen, if the workflow leads there', async () => {
    const requestId = await add()
    expect(await refusal(close(requestId, { stage: 'refunded' }))).toBe('NOT_ALLOWED_NOW')
    expect(await refusal(close(requestId, { stage: 'checking' }))).toBe('INVALID_INPUT')
    await move(requestId, 'checking', { order: '7' })
    await move(requestId, 'transit')
    await close(requestId, { stage: 'refused' })
    expect(await see(requestId)).toMatchObject({ stage: 'refused', outcome: { key: 'solved' } })
  })
  test('by itself asks nobody', async () => {
    const requestId = await add({ reason: 'damaged' })
    const { autoCloseAt } = await see(requestId)
    await bench.execute(closeRequest, system, { requestId, outcome: 'noActivity', onlyIfDueBy: autoCloseAt ?? 0 })
    expect(await see(requestId)).toMatchObject({ category: 'closed' })
  })
})

describe('another type', () => {
  test('keeps category and values, and can be undone by its call', async () => {
    const requestId = await addOne(bench, anna)
    await move(requestId, 'waiting')
    bench.clock.advance(60_000)
    await edit(requestId, 2, { typeId: 'return', attributes: { refund: 4 } })
    expect(await see(requestId)).toMatchObject({
      type: { id: 'return' },
      stage: 'transit',
      category: 'waiting',
      attributes: { refund: 4 },
    })
    await edit(requestId, 4, { typeId: 'general' })
    expect(await see(requestId)).toMatchObject({ stage: 'waiting', fields: [], attributes: { refund: 4 } })
    expect(bench.ofType('request.typeChanged')).toMatchObject([
      { facts: { fromType: 'general', toType: 'return', from: 'waiting', to: 'transit', stageMs: expect.any(Number) } },
      { facts: { fromType: 'return', toType: 'general' } },
    ])
  })
  test('that is none is refused', async () => {
    expect(await refusal(edit(await add(), 1, { typeId: 'nothing' }))).toBe('INVALID_INPUT')
  })
})
