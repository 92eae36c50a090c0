import { describe, expect, test } from 'vitest'
import { canMove, defaultWorkflow, firstStageOf, nextStages, stageOf } from './lifecycle.ts'

describe('the default workflow', () => {
  test.each<[string, string[]]>([
    ['new', ['active', 'waiting', 'closed']],
    ['active', ['waiting', 'closed']],
    ['waiting', ['active', 'closed']],
    ['closed', ['active']],
    ['nowhere', []],
  ])('from %s to %j', (from, to) => {
    expect(nextStages(defaultWorkflow, from).map((stage) => stage.key)).toEqual(to)
  })

  test.each([
    ['new', 'active', true],
    ['closed', 'active', true],
    ['closed', 'waiting', false],
    ['active', 'new', false],
    ['active', 'active', false],
    ['active', 'nowhere', false],
  ])('%s → %s: %s', (from, to, expected) => {
    expect(canMove(defaultWorkflow, from, to)).toBe(expected)
  })

  test('finds stages by key and by category', () => {
    expect(stageOf(defaultWorkflow, 'waiting')?.category).toBe('waiting')
    expect(stageOf(defaultWorkflow, 'nowhere')).toBeUndefined()
    expect(firstStageOf(defaultWorkflow, 'closed')?.key).toBe('closed')
    expect(firstStageOf({ stages: [], transitions: [] }, 'new')).toBeUndefined()
  })
})

test('a transition to the stage itself or given twice shows no extra choice', () => {
  const loop = { from: 'active', to: 'active' }
  const transitions = [loop, ...defaultWorkflow.transitions, ...defaultWorkflow.transitions]
  const next = nextStages({ ...defaultWorkflow, transitions }, 'active')
  expect(next.map((stage) => stage.key)).toEqual(['waiting', 'closed'])
})
