import { defaultWorkflow, workflowProblems } from '@care/domain'
import type { RequestType } from '@care/contract'
import { expect, test } from 'vitest'
import {
  draftOf,
  isAutoCloseFine,
  isReopenFine,
  moved,
  noName,
  patchOf,
  toggleMove,
  withoutStage,
  withStage,
} from './draft.ts'

const type: RequestType = {
  id: 't',
  name: 'Return',
  isDefault: false,
  autoCloseDays: 5,
  reopenDays: 3,
  onReply: 'reopen',
  defaultOutcome: null,
  stages: [...defaultWorkflow.stages],
  retiredStages: [],
  transitions: [...defaultWorkflow.transitions],
  outcomes: [],
  fields: [],
  version: 1,
}

test('only what differs is sent; no days is never', () => {
  const draft = draftOf(type)
  expect(patchOf(type, draft)).toEqual({})
  expect(patchOf(type, { ...draft, autoCloseDays: ' ', reopenDays: '0,5' })).toEqual({
    autoCloseDays: null,
    reopenDays: 0.5,
  })
  expect(patchOf(type, { ...draft, defaultOutcome: 'solved' })).toEqual({ defaultOutcome: 'solved' })
})

test('a new stage can be saved as it stands, and one taken out leaves nothing behind', () => {
  const draft = withStage(draftOf(type), { ...noName, en: 'Checked' }, 'active')
  expect(workflowProblems(draft)).toEqual([])
  const key = draft.stages.find(({ name }) => name.en === 'Checked')?.key ?? ''
  expect(withoutStage(draft, key)).toEqual(draftOf(type))
})

test('moves are switched, lines change places', () => {
  const draft = draftOf(type)
  const on = toggleMove(draft, 'waiting', 'new')
  expect(on.transitions).toContainEqual({ from: 'waiting', to: 'new' })
  expect(toggleMove(on, 'waiting', 'new')).toEqual(draft)
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
})

test.each([
  ['', true],
  ['5', true],
  ['0,5', true],
  ['0', false],
  ['many', false],
  ['9999', false],
])('auto-close after %j days: %s', (autoCloseDays, isFine) => {
  expect(isAutoCloseFine({ ...draftOf(type), autoCloseDays })).toBe(isFine)
})
test('a reply may never reopen', () => {
  expect(isReopenFine({ ...draftOf(type), reopenDays: '0' })).toBe(true)
  expect(isReopenFine({ ...draftOf(type), reopenDays: '' })).toBe(false)
})
