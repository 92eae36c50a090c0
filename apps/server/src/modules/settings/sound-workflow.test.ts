import { defaultWorkflow } from '@care/domain'
import { expect, test } from 'vitest'
import { soundWorkflow } from './sound-workflow.ts'

test('a workflow with a way to everywhere and to the end may be stored', () => {
  expect(soundWorkflow(defaultWorkflow)).toBe(defaultWorkflow)
})

test('one with a stage that nobody reaches or that never ends may not', () => {
  const transitions = [
    { from: 'new', to: 'active' },
    { from: 'new', to: 'closed' },
  ]
  expect(() => soundWorkflow({ ...defaultWorkflow, transitions })).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      details: {
        issues: [
          { path: 'workflow', message: 'UNREACHABLE:waiting' },
          { path: 'workflow', message: 'NO_WAY_TO_CLOSED:active' },
          { path: 'workflow', message: 'NO_WAY_TO_CLOSED:waiting' },
        ],
      },
    }),
  )
})
