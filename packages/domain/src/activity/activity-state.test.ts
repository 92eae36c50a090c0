import { expect, test } from 'vitest'
import { activityStates, isOpenActivity, isTalkOver } from './activity-state.ts'

test('everything but an ended activity is open', () => {
  expect(activityStates.filter(isOpenActivity)).toEqual(['planned', 'waiting', 'offered', 'active', 'wrapUp'])
})

test('the talk is over before its task is', () => {
  expect(activityStates.filter(isTalkOver)).toEqual(['wrapUp', 'ended'])
})
