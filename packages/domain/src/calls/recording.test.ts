import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fewerPeaks,
  mayListen,
  newRecording,
  packPeaks,
  placeOfChunk,
  recordedMs,
  recordingSteps,
  type RecordingState,
  type RecordingStep,
  type RecordingTimes,
  stepRecording,
  unpackPeaks,
} from './recording.ts'

const after = (steps: [RecordingStep, number][]): RecordingTimes =>
  steps.reduce<RecordingTimes>((before, [step, at]) => stepRecording(before, step, at) ?? before, newRecording)

test.each<[RecordingState, RecordingStep, RecordingState | null]>([
  ['asked', 'agree', 'recording'],
  ['asked', 'refuse', 'refused'],
  ['asked', 'end', 'refused'],
  ['asked', 'pause', null],
  ['asked', 'keep', null],
  ['refused', 'agree', null],
  ['refused', 'resume', null],
  ['refused', 'end', null],
  ['recording', 'pause', 'paused'],
  ['recording', 'resume', null],
  ['recording', 'refuse', 'refused'],
  ['recording', 'end', 'stopped'],
  ['recording', 'erase', null],
  ['paused', 'resume', 'recording'],
  ['paused', 'refuse', 'refused'],
  ['paused', 'end', 'stopped'],
  ['paused', 'pause', null],
  ['stopped', 'keep', 'ready'],
  ['stopped', 'fail', 'failed'],
  ['stopped', 'erase', 'erased'],
  ['stopped', 'resume', null],
  ['ready', 'erase', 'erased'],
  ['ready', 'fail', null],
  ['failed', 'erase', 'erased'],
  ['erased', 'keep', null],
])('%s, %s: %s', (state, step, to) => {
  expect(stepRecording({ ...newRecording, state }, step, 10)?.state ?? null).toBe(to)
})

test('pauses are kept with their times and left out of the length, also one that the end finds', () => {
  const recording = after([
    ['agree', 10],
    ['pause', 20],
    ['resume', 50],
    ['pause', 60],
    ['end', 65],
  ])
  expect(recording).toEqual({
    state: 'stopped',
    startedAt: 10,
    pausedSince: null,
    pauses: [
      { from: 20, to: 50 },
      { from: 60, to: 65 },
    ],
    stoppedAt: 65,
  })
  expect(recordedMs(recording, 1_000)).toBe(20)
  expect(recordedMs(after([['agree', 10]]), 35)).toBe(25)
  expect(recordedMs(newRecording, 35)).toBe(0)
})

test('nothing is recorded before somebody agreed, whatever is done', () => {
  const step = fc.record({ step: fc.constantFrom(...recordingSteps), after: fc.nat(1_000) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (story) => {
      let recording = newRecording
      let now = 0
      for (const one of story) {
        now += one.after
        recording = stepRecording(recording, one.step, now) ?? recording
        const isUntouched = recording.state === 'asked' || recording.state === 'refused'
        expect(isUntouched || recording.startedAt !== null).toBe(true)
        expect(recording.pausedSince !== null).toBe(recording.state === 'paused')
        expect(recordedMs(recording, now)).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test.each<[string, Parameters<typeof mayListen>, boolean]>([
  ['a supervisor', ['supervisors', { listensToAll: true, isOfTeam: false }], true],
  ['whose call it was, where only supervisors may', ['supervisors', { listensToAll: false, isOfTeam: true }], false],
  ['whose call it was, where the team may', ['team', { listensToAll: false, isOfTeam: true }], true],
  ['somebody else, where the team may', ['team', { listensToAll: false, isOfTeam: false }], false],
])('%s', (_name, of, expected) => {
  expect(mayListen(...of)).toBe(expected)
})

test.each<[string, number, string, 'next' | 'again' | 'outOfOrder']>([
  ['the next one', 3, 'c', 'next'],
  ['the last one again', 2, 'b', 'again'],
  ['another one in the place of the last', 2, 'x', 'outOfOrder'],
  ['one that is long there', 1, 'a', 'outOfOrder'],
  ['one too far', 4, 'd', 'outOfOrder'],
])('%s', (_name, seq, hash, expected) => {
  expect(placeOfChunk({ nextSeq: 3, lastHash: 'b' }, { seq, hash })).toBe(expected)
})

test('peaks are packed, and made fewer without losing the loudest', () => {
  const peaks: [number, number][] = [
    [0, 255],
    [3, 4],
    [17, 1],
  ]
  expect(unpackPeaks(packPeaks(peaks))).toEqual(peaks)
  expect(fewerPeaks(peaks, 1)).toEqual([[17, 255]])
  expect(fewerPeaks(peaks, 10)).toEqual(peaks)
  expect(fewerPeaks([], 10)).toEqual([])
})
