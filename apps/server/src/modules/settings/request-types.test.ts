import type { Api, BodyInputOf } from '@care/contract'
import { api } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openWorkbench, refusal, type Workbench } from '../../testing/workbench.ts'
import { activitiesModule } from '../activities/index.ts'
import { customers } from '../customers/index.ts'
import { requestDetails, requestsModule } from '../requests/index.ts'
import { addOne, addReturns, aField, options, returnRoute } from '../../testing/returns.ts'
import { addLocation } from './commands/add-location.ts'
import { addRequestType } from './commands/add-request-type.ts'
import { editLocation } from './commands/edit-location.ts'
import { editRequestType } from './commands/edit-request-type.ts'
import { settingsModule } from './index.ts'
import { locationList } from './queries/locations.ts'
import { requestTypeById } from './queries/request-types.ts'
import { emptyStageJob, emptyStages } from './stage-moves.ts'

let bench: Workbench
let admin: OperatorActor
let anna: OperatorActor
beforeEach(async () => {
  bench = await openWorkbench([settingsModule, requestsModule, activitiesModule, customers])
  admin = await bench.operator('Admin', 'admin', [])
  anna = await bench.operator('Anna')
  await addReturns(bench, [aField('order'), aField('reason', { kind: 'choice', options: options('a', 'b') })])
})
afterEach(() => bench.remove())

type Patch = BodyInputOf<Api['editRequestType']>
/** Through the contract, as the endpoint gets it. */
const edit = async (version: number, patch: Patch, typeId = 'return') =>
  bench.execute(editRequestType, admin, { typeId, version, patch: api.editRequestType.body.parse(patch) })
const type = (typeId = 'return') => requestTypeById(bench.store.read, typeId)
const stages = [...returnRoute.stages].map((stage) => ({ ...stage, name: { en: stage.name.en } }))
const transitions = [...returnRoute.transitions]
const add = () => addOne(bench, anna, { typeId: 'return', queueId: 'q' })
const see = (requestId: string) => requestDetails(bench.store.read, admin, requestId)
const issues = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { details: { issues: { message: string }[] } }) => error.details.issues.map(({ message }) => message),
  )

describe('fields', () => {
  test('are renamed, ordered, added, removed and brought back; names in other languages may be empty', async () => {
    const [order, reason] = (await type()).fields
    if (!order || !reason) throw new Error('no fields')
    await edit(1, {
      fields: [
        { ...reason, name: { ru: 'Причина' } },
        { id: 'note', kind: 'longText', name: { en: 'Note' }, shownIf: { fieldId: 'reason', values: ['a'] } },
      ],
    })
    expect((await type()).fields).toMatchObject([
      { id: 'reason', name: { en: '', ru: 'Причина', pl: '', bg: '' }, isRemoved: false },
      { id: 'note', required: 'never', requiredStages: [], options: [] },
      { id: 'order', isRemoved: true },
    ])
    await edit(2, { fields: [{ ...order, required: 'stages', requiredStages: ['checking'] }] })
    expect((await type()).fields.map(({ id, isRemoved }) => [id, isRemoved])).toEqual([
      ['order', false],
      ['reason', true],
      ['note', true],
    ])
  })
  test('that cannot be shown or asked are refused with what is wrong where', async () => {
    const field = { id: 'x', kind: 'text' as const, name: { en: 'X' } }
    const refused = (over: object) => issues(edit(1, { fields: [{ ...field, ...over }] }))
    expect(await refused({ shownIf: { fieldId: 'x', values: ['a'] } })).toEqual(['SHOWN_IF_CIRCLE:x'])
    expect(await refused({ kind: 'choice' })).toEqual(['NO_OPTIONS:x'])
    expect(await refused({ required: 'stages', requiredStages: ['nowhere'] })).toEqual(['UNKNOWN_STAGE:x'])
    expect(await refused({ id: 'order', kind: 'number' })).toEqual(['KIND:order'])
    await edit(1, { fields: [{ id: 'mine', kind: 'date', name: { en: 'Mine' } }] }, 'general')
    expect(await refused({ id: 'mine' })).toEqual(['KIND:mine'])
    expect(api.editRequestType.body.safeParse({ fields: [{ ...field, name: {} }] }).success).toBe(false)
    expect((await type()).version).toBe(1)
  })
})

describe('a new type', () => {
  test('is blank, or a copy whose fields are the same ones', async () => {
    const { typeId } = await bench.execute(addRequestType, admin, { name: 'Repair' })
    expect(await type(typeId)).toMatchObject({ name: 'Repair', isDefault: false, fields: [], autoCloseDays: 5 })
    const copy = await bench.execute(addRequestType, admin, { name: 'Swap', copyOf: 'return' })
    expect(await type(copy.typeId)).toMatchObject({ fields: [{ id: 'order' }, { id: 'reason' }], autoCloseDays: 10 })
    expect(await refusal(bench.execute(addRequestType, admin, { name: 'x', copyOf: 'nothing' }))).toBe('NOT_FOUND')
    expect(await refusal(bench.execute(addRequestType, anna, { name: 'x' }))).toBe('FORBIDDEN')
  })
})

describe('outcomes', () => {
  test('are renamed and left out; what was closed keeps its name, those of Care Desktop stay', async () => {
    const requestId = await add()
    const { closeRequest } = await import('../requests/index.ts')
    await bench.execute(closeRequest, anna, { requestId, outcome: 'duplicate' })
    await edit(1, { outcomes: [{ key: 'solved', name: { en: 'Done' } }] })
    expect((await type()).outcomes.map(({ key }) => key)).toEqual(['solved', 'noActivity'])
    expect(await see(requestId)).toMatchObject({ outcome: { key: 'duplicate', name: { en: 'Duplicate' } } })
    const other = await add()
    expect(await refusal(bench.execute(closeRequest, anna, { requestId: other, outcome: 'duplicate' }))).toBe(
      'INVALID_INPUT',
    )
    expect(await issues(edit(2, { outcomes: [{ key: 'noActivity', name: { en: 'x' } }] }))).toEqual([
      'DUPLICATE_OUTCOME:noActivity',
    ])
  })
})

describe('stages', () => {
  const without = (key: string) => ({
    stages: stages.filter((stage) => stage.key !== key),
    transitions: [
      { from: 'received', to: 'transit' },
      ...transitions.filter(({ from, to }) => from !== key && to !== key),
      { from: 'refunded', to: 'transit' },
      { from: 'refused', to: 'transit' },
    ],
  })
  test('one with requests is left out only when it is said where they go; they move and their past is named', async () => {
    const requestId = await add()
    const { moveTo, lockRequest } = await import('../requests/index.ts')
    const move = {
      name: 'test-move',
      action: [],
      load: async () => null,
      allow: () => true,
      run: async (ctx: Parameters<typeof lockRequest>[0]) => {
        await moveTo(ctx, await lockRequest(ctx, requestId), { key: 'checking', category: 'active' })
      },
    }
    const { system } = await import('../../kernel/actor.ts')
    await bench.execute(move, system, null)
    await expect(edit(1, without('checking'))).rejects.toMatchObject({
      code: 'STAGE_IN_USE',
      details: { stages: [{ key: 'checking', name: { en: 'checking' }, count: 1 }] },
    })
    expect(await refusal(edit(1, { ...without('checking'), stageMoves: { checking: 'refunded' } }))).toBe(
      'STAGE_IN_USE',
    )
    await edit(1, { ...without('checking'), stageMoves: { checking: 'transit' } })
    const jobs = await bench.store.read.select().from(bench.store.t.jobs)
    expect(jobs).toMatchObject([{ kind: emptyStages, payload: { typeId: 'return', stage: 'checking', to: 'transit' } }])
    expect((await see(requestId)).stages[0]).toMatchObject({ key: 'checking', isNext: false })
    await emptyStageJob(jobs[0]?.payload ?? {}, { execute: bench.execute } as never)
    expect(await see(requestId)).toMatchObject({
      stage: 'transit',
      category: 'waiting',
      stageTimes: [{ stage: 'received' }, { stage: 'checking', name: { en: 'checking' } }, { stage: 'transit' }],
    })
    expect((await type()).retiredStages).toMatchObject([{ key: 'checking' }])
  })
  test('cannot change their category, and must lead somewhere', async () => {
    const changed = stages.map((stage) => (stage.key === 'transit' ? { ...stage, category: 'active' as const } : stage))
    expect(await issues(edit(1, { stages: changed }))).toEqual(['CATEGORY:transit'])
    expect(await issues(edit(1, { transitions: transitions.filter(({ to }) => to !== 'transit') }))).toContain(
      'UNREACHABLE:transit',
    )
  })
  test('the second editor is told what stands there now (rule 4)', async () => {
    await edit(1, { autoCloseDays: 3 })
    await expect(edit(1, { autoCloseDays: 4 })).rejects.toMatchObject({
      code: 'CONFLICT',
      details: { changedBy: 'Admin', current: { autoCloseDays: 3 } },
    })
  })
})

test('locations: names are one, those switched off are not to be chosen', async () => {
  const addIt = (name: string) => bench.execute(addLocation, admin, { name })
  const { locationId } = await addIt('Plovdiv')
  expect(await refusal(addIt('PLOVDIV'))).toBe('NAME_TAKEN')
  expect(await refusal(bench.execute(addLocation, anna, { name: 'x' }))).toBe('FORBIDDEN')
  const requestId = await addOne(bench, anna, { locationId })
  expect(await see(requestId)).toMatchObject({ location: { name: 'Plovdiv' } })
  await bench.execute(editLocation, admin, { locationId, version: 1, patch: { name: 'Plovdiv 2', isActive: false } })
  expect(await refusal(addOne(bench, anna, { locationId }))).toBe('INVALID_INPUT')
  expect(await see(requestId)).toMatchObject({ location: { name: 'Plovdiv 2' } })
  expect(await locationList(bench.store.read)).toMatchObject([{ name: 'Plovdiv 2', isActive: false, version: 2 }])
  expect(await refusal(bench.execute(editLocation, admin, { locationId, version: 1, patch: {} }))).toBe('CONFLICT')
})
