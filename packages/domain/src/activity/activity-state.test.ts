import { expect, test } from 'vitest'
import { activityStates, isOpenActivity } from './activity-state.ts'

test('everything but an ended activity is open', () => {
  expect(activityStates.filter(isOpenActivity)).toEqual(['waiting', 'offered', 'active', 'wrapUp'])
})
