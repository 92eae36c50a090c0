import type { MacroStep } from '@care/contract'
import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
let vera: Desk
let anna: Desk
beforeEach(async () => {
  server = await bootServer({ hasRateLimits: false })
  vera = await server.signIn('vera')
  anna = await server.signIn('anna')
})
afterEach(() => server.stop())

const add = (steps: MacroStep[], isShared = true, who = vera) =>
  who.call('addMacro', { body: { name: 'Escalate', steps, isShared } })
const urgent: MacroStep = { kind: 'priority', priority: 'urgent' }
const waiting: MacroStep = { kind: 'stage', stage: 'waiting', attributes: {} }
const toBoris: MacroStep = { kind: 'assign', operatorId: 'boris' }
const tagged: MacroStep = { kind: 'tags', add: ['vip'], remove: [] }
const newRequest = () =>
  vera.call('addRequest', { body: { newCustomer: { name: 'Ada' }, title: 'Broken', queueId: 'q' } })
const stateOf = async (requestId: string) => {
  const { priority, stage, tags, assignee } = await vera.call('getRequest', { params: { requestId } })
  return { priority, stage, tags, assignee: assignee?.id ?? null }
}
const before = { priority: 'normal', stage: 'new', tags: [], assignee: null }

test('all steps in one click, counted, and undone as one', async () => {
  const { id: macroId } = await add([urgent, waiting, tagged, toBoris])
  const { id: requestId } = await newRequest()
  await vera.call('applyMacro', { params: { macroId }, body: { requestId }, change: 'change-of-a-click' })
  expect(await stateOf(requestId)).toEqual({ priority: 'urgent', stage: 'waiting', tags: ['vip'], assignee: 'boris' })
  expect((await vera.call('listMacros')).items).toMatchObject([{ id: macroId, uses: 1, broken: [] }])
  await vera.call('undoChange', { params: { requestId }, body: { change: 'change-of-a-click' } })
  expect(await stateOf(requestId)).toEqual(before)
})

test('one step that is refused refuses the whole: nothing is half done', async () => {
  // Anna may change it, but not give it to others.
  const { id: macroId } = await add([urgent, tagged, toBoris])
  const { id: requestId } = await newRequest()
  const apply = () => anna.call('applyMacro', { params: { macroId }, body: { requestId } })
  expect(await refusal(apply())).toBe('FORBIDDEN')
  expect(await stateOf(requestId)).toEqual(before)
  expect((await vera.call('listMacros')).items[0]?.uses).toBe(0)
})

test('a target that is gone is marked and refused, in one and in many, before anything is done', async () => {
  expect(await refusal(add([{ kind: 'queue', queueId: 'none' }]))).toBe('NOT_ALLOWED_NOW')
  const { id: macroId, version } = await add([urgent, toBoris])
  const { operators } = server.services.store.t
  await server.services.store.transact((tx) =>
    tx.update(operators).set({ isActive: false }).where(eq(operators.id, 'boris')),
  )
  expect((await vera.call('listMacros')).items).toMatchObject([{ broken: ['assign'] }])
  const { id: requestId } = await newRequest()
  const params = { macroId }
  expect(await refusal(vera.call('applyMacro', { params, body: { requestId } }))).toBe('NOT_ALLOWED_NOW')
  const selection = { ids: [requestId] }
  expect(await refusal(vera.call('applyMacroToMany', { params, body: { selection } }))).toBe('NOT_ALLOWED_NOW')
  expect(await stateOf(requestId)).toEqual(before)
  await vera.call('editMacro', { params, version, body: { steps: [urgent] } })
  await vera.call('applyMacro', { params, body: { requestId } })
  expect((await stateOf(requestId)).priority).toBe('urgent')
})

test('own ones are one’s own; a reply is for one talk and answered to the caller; on a selection it is a run', async () => {
  const reply = await vera.call('addQuickReply', {
    body: { isShared: true, shortcut: 'wait', title: 'Wait', texts: { en: 'Please wait.' } },
  })
  const { id: macroId } = await add([urgent, { kind: 'reply', quickReplyId: reply.id }], false)
  expect((await anna.call('listMacros')).items).toEqual([])
  const { id: requestId } = await newRequest()
  const params = { macroId }
  expect(await refusal(anna.call('applyMacro', { params, body: { requestId } }))).toBe('NOT_FOUND')
  expect(await vera.call('applyMacro', { params, body: { requestId } })).toMatchObject({ quickReplyId: reply.id })
  const selection = { ids: [requestId] }
  expect(await refusal(vera.call('applyMacroToMany', { params, body: { selection } }))).toBe('NOT_ALLOWED_NOW')
  const many = await add([tagged, { kind: 'snooze', minutes: 60, wakesOnAnswer: true }])
  const run = await vera.call('applyMacroToMany', { params: { macroId: many.id }, body: { selection } })
  await server.settle()
  expect(await vera.call('getBulkRun', { params: { runId: run.id } })).toMatchObject({
    macroId: many.id,
    counts: { done: 1 },
  })
  await vera.call('deleteMacro', { params: { macroId: many.id } })
  expect(await refusal(vera.call('applyMacro', { params: { macroId: many.id }, body: { requestId } }))).toBe(
    'NOT_FOUND',
  )
  await vera.call('restoreMacro', { params: { macroId: many.id } })
  expect((await anna.call('listMacros')).items).toHaveLength(1)
})
