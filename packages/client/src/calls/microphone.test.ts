import { expect, test } from 'vitest'
import { microphoneProblem, openMicrophone } from './microphone.ts'

test.each([
  ['NotAllowedError', 'refused'],
  ['SecurityError', 'refused'],
  ['NotFoundError', 'noDevice'],
  ['OverconstrainedError', 'noDevice'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'insecure'],
])('%s: %s', (name, problem) => {
  expect(microphoneProblem(new DOMException('no', name))).toBe(problem)
})

test('a page without media devices is told apart from a microphone that is missing', async () => {
  await expect(openMicrophone(null).catch(microphoneProblem)).resolves.toBe('insecure')
})
