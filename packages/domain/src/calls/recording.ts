/**
 * A call's recording (row K5): the customer is asked, refuses or agrees; it runs or pauses; it is over, and ready to be
 * heard once its parts are joined, or could not be; erased when its days are over.
 */
export const recordingStates = [
  'asked',
  'refused',
  'recording',
  'paused',
  'stopped',
  'ready',
  'failed',
  'erased',
] as const
export type RecordingState = (typeof recordingStates)[number]

/** `refuse`: also by whoever agreed before; `end`: the call is over, or goes on where nothing is recorded. */
export const recordingSteps = ['agree', 'refuse', 'pause', 'resume', 'end', 'keep', 'fail', 'erase'] as const
export type RecordingStep = (typeof recordingSteps)[number]

const next: Record<RecordingState, Partial<Record<RecordingStep, RecordingState>>> = {
  // Whoever said nothing has not agreed.
  asked: { agree: 'recording', refuse: 'refused', end: 'refused' },
  refused: {},
  recording: { refuse: 'refused', pause: 'paused', end: 'stopped' },
  paused: { refuse: 'refused', resume: 'recording', end: 'stopped' },
  stopped: { keep: 'ready', fail: 'failed', erase: 'erased' },
  ready: { erase: 'erased' },
  failed: { erase: 'erased' },
  erased: {},
}

/** A stretch that was left out on purpose, in epoch ms. */
export interface RecordingPause {
  from: number
  to: number
}
/** What of a recording changes with its steps; times in epoch milliseconds. */
export interface RecordingTimes {
  state: RecordingState
  /** The customer agreed. */
  startedAt: number | null
  pausedSince: number | null
  pauses: readonly RecordingPause[]
  stoppedAt: number | null
}

export const newRecording: RecordingTimes = {
  state: 'asked',
  startedAt: null,
  pausedSince: null,
  pauses: [],
  stoppedAt: null,
}

/** The recording after a step, or null when it cannot happen now. */
export function stepRecording(recording: RecordingTimes, step: RecordingStep, at: number): RecordingTimes | null {
  const state = next[recording.state][step]
  if (state === undefined) return null
  const { startedAt, pausedSince, pauses, stoppedAt } = recording
  const isOver = state === 'stopped' || state === 'refused'
  return {
    state,
    startedAt: startedAt ?? (step === 'agree' ? at : null),
    pausedSince: state === 'paused' ? at : null,
    pauses: pausedSince === null ? pauses : [...pauses, { from: pausedSince, to: Math.max(at, pausedSince) }],
    stoppedAt: stoppedAt ?? (isOver && startedAt !== null ? at : null),
  }
}

/** How long it has run by now without its pauses, in ms. */
export function recordedMs(recording: Omit<RecordingTimes, 'state'>, now: number): number {
  const { startedAt, pausedSince, pauses, stoppedAt } = recording
  if (startedAt === null) return 0
  const until = pausedSince ?? stoppedAt ?? now
  const paused = pauses.reduce((sum, { from, to }) => sum + (to - from), 0)
  return Math.max(0, until - startedAt - paused)
}

/** Who may listen besides supervisors: nobody, or whose request it is. */
export const recordingListeners = ['supervisors', 'team'] as const
export type RecordingListeners = (typeof recordingListeners)[number]

/** Whether somebody who sees the request may listen; `isOfTeam`: he has or had the call, or is in charge of its request. */
export const mayListen = (listeners: RecordingListeners, who: { listensToAll: boolean; isOfTeam: boolean }): boolean =>
  who.listensToAll || (listeners === 'team' && who.isOfTeam)

/** Days that a recording is kept. */
export const recordingDays = { least: 1, most: 3_650, usual: 90 } as const

export const recordingLimits = {
  /** One part as it is sent, in bytes and ms. */
  chunkBytes: 1024 * 1024,
  chunkMs: 60_000,
  /** All of a recording, in bytes: a day and a half of what a browser records. */
  bytes: 512 * 1024 * 1024,
  /** Loudness values of one part. */
  chunkPeaks: 600,
  /** Times that a window begins anew in one call: pauses, holds, reloads. */
  segments: 500,
} as const

/** So long the rest of a recording is waited for after its end, in ms. */
export const recordingRestMs = 2 * 60_000
/** So much longer than its time a part may be: clocks of browsers are not ours, in ms. */
export const recordingSlackMs = 10_000

/**
 * What a part is to whoever keeps them in order: the next one, the last one once more, or neither. A repeated part must be
 * the same to the byte.
 */
export function placeOfChunk(
  known: { nextSeq: number; lastHash: string | null },
  chunk: { seq: number; hash: string },
): 'next' | 'again' | 'outOfOrder' {
  if (chunk.seq === known.nextSeq) return 'next'
  return chunk.seq === known.nextSeq - 1 && chunk.hash === known.lastHash ? 'again' : 'outOfOrder'
}

/** Loudness of both sides over a recording, from 0 to 255 each: customer first, then operator. */
export type Peaks = readonly (readonly [number, number])[]

/** The same in at most so many values, each the loudest of its stretch. */
export function fewerPeaks(peaks: Peaks, most: number): [number, number][] {
  const count = Math.min(most, peaks.length)
  return Array.from({ length: count }, (_, i) => {
    const part = peaks.slice(Math.floor((i * peaks.length) / count), Math.floor(((i + 1) * peaks.length) / count))
    return [Math.max(...part.map(([theirs]) => theirs)), Math.max(...part.map(([, mine]) => mine))]
  })
}

/** Two bytes a value, written as hex: customer, operator. */
export const packPeaks = (peaks: Peaks): string =>
  peaks.map((pair) => pair.map((value) => value.toString(16).padStart(2, '0')).join('')).join('')
export const unpackPeaks = (text: string): [number, number][] =>
  (text.match(/.{4}/g) ?? []).map((pair) => [Number.parseInt(pair.slice(0, 2), 16), Number.parseInt(pair.slice(2), 16)])
