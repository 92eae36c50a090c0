import { hourMs, minuteMs } from '../time.ts'

/** What becomes of a recording that lies at a phone system (row K5): it is owed, kept here, refused by a rule, or cannot be had. */
export const phoneRecordingStates = ['owed', 'kept', 'refused', 'failed'] as const
export type PhoneRecordingState = (typeof phoneRecordingStates)[number]

/** Whether a recording is to be fetched; else why not. A phone system announces itself that it records: nobody else can ask its callers. */
export function mayFetchRecording(by: {
  /** The queue of the call keeps recordings. */
  isKept: boolean
  /** The phone system tells its callers that it records. */
  isAnnounced: boolean
}): 'NOT_RECORDED' | 'NOT_ANNOUNCED' | null {
  if (!by.isKept) return 'NOT_RECORDED'
  return by.isAnnounced ? null : 'NOT_ANNOUNCED'
}

/** Fetching one takes no longer than this, in ms. */
export const recordingFetchMs = 5 * minuteMs
/** A process that fetches and is not heard of any more leaves it to the next after so long, in ms. */
export const recordingFetchLeaseMs = recordingFetchMs + minuteMs

const firstPauseMs = 15_000
const longestPauseMs = 4 * hourMs
/** With the growing pauses these are about a day. */
const mostTries = 15

/** How long to wait after so many tries in vain (1 = the first), in ms; null: it is given up. */
export const recordingPauseMs = (tries: number): number | null =>
  tries >= mostTries ? null : Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs)
