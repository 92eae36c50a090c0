// The sum in the last line of `npm test` must never look better than what ran.
import { expect, it } from 'vitest'
import { exitCode, honest, runPart, vitestCounts } from './lib/parts.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }

it('counts a run without tests as a failure', () => {
  expect(honest(vitestCounts(undefined), 1, '')).toMatchObject({ passed: 0, failed: 1 })
  expect(honest(none, 0, '')).toMatchObject({ failed: 1 })
})

it('counts a failure outside any test', () => {
  expect(honest({ ...none, passed: 5 }, 1, '')).toMatchObject({ passed: 5, failed: 1 })
  expect(honest({ ...none, passed: 5, failed: 2 }, 1, '')).toMatchObject({ passed: 5, failed: 2 })
})

it('counts a test file that did not load', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{}] },
  ]
  const report = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults }
  expect(vitestCounts(report)).toEqual({ passed: 1, failed: 1, skipped: 2 })
})

it('counts a part that could not run as failed, with the reason', async () => {
  const part = { name: 'proof of a broken part', run: () => Promise.reject(new Error('Redis is missing')) }
  expect(await runPart(part)).toMatchObject({ passed: 0, failed: 1, skipped: 0, output: 'Redis is missing' })
})

it('takes the exit code of a tool', async () => {
  const ends = (code) => exitCode('x', () => ['-e', `process.exit(${code})`]).run()
  expect(await ends(0)).toMatchObject({ passed: 1, failed: 0 })
  expect(await ends(3)).toMatchObject({ passed: 0, failed: 1 })
})
