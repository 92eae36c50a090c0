import { expect, test } from 'vitest'
import { activityStates, canBecome, isOpenActivity } from './activity-state.ts'
import type { ActivityState } from './activity-state.ts'

test.each<[ActivityState, ActivityState[]]>([
  ['waiting', ['offered', 'active', 'ended']],
  ['offered', ['waiting', 'active', 'ended']],
  ['active', ['waiting', 'wrapUp', 'ended']],
  ['wrapUp', ['active', 'ended']],
  ['ended', ['waiting', 'active']],
])('%s may become %j and nothing else', (from, to) => {
  expect(activityStates.filter((state) => canBecome(from, state)).sort()).toEqual([...to].sort())
})

test('everything but an ended activity is open', () => {
  expect(activityStates.filter(isOpenActivity)).toEqual(['waiting', 'offered', 'active', 'wrapUp'])
})
