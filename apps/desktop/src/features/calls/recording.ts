import type { CallDetails } from '@care/contract'
import { type CallState } from '@care/client/calls'
import {
  type CallRecorder,
  type ChunkSender,
  createRecorder,
  createSender,
  type KeptChunks,
  openKeptChunks,
  type RecorderProblem,
} from '@care/client/recording'
import { create } from 'zustand'
import { call as callServer } from '../../shared/api/client.ts'

/** Why this window records nothing though it should. */
export const useRecorderProblem = create<{ problem: RecorderProblem }>()(() => ({ problem: null }))

interface Line {
  call: CallDetails | null
  line: CallState | null
  sound: { mine: MediaStream | null; theirs: MediaStream | null }
}
interface Sending {
  kept: KeptChunks
  sender: ChunkSender
}

let sending: Promise<Sending> | null = null
let recorder: CallRecorder | null = null
let recorded: string | null = null
/** Since the press of Pause, before the server knows of it: a card’s number does not wait for an answer. */
let isHushed = false

async function open(ownerId: string): Promise<Sending> {
  const kept = await openKeptChunks()
  const send = ({ callId, segmentId, seq, ms, startedAt, peaks, isLast, bytes }: Parameters<SendChunk>[0]) =>
    callServer('addRecordingChunk', {
      params: { callId },
      query: { segmentId, seq, ms, agoMs: Math.max(0, Date.now() - startedAt), peaks, isLast: String(isLast) },
      file: bytes,
    })
  return { kept, sender: createSender({ ownerId, kept, send }) }
}
type SendChunk = Parameters<typeof createSender>[0]['send']

/** Sends what a window of before has recorded and the server has not got. */
export function sendRest(ownerId: string): void {
  sending ??= open(ownerId)
  void sending.then(({ sender }) => sender.wake())
}

/** Whether this window is to record now: it holds the operator’s side, both talk, and the customer has agreed. */
const isToRecord = ({ call, line }: Line): boolean =>
  !isHushed &&
  call !== null &&
  call.recording?.state === 'recording' &&
  call.state === 'active' &&
  call.mySeat?.side === 'operator' &&
  (line?.phase === 'talking' || line?.phase === 'reconnecting')

/** Begins and ends segments as the call goes; is told of every change. */
export function followRecording(now: Line, ownerId: string | null): void {
  const isOn = isToRecord(now)
  if (recorder && recorded !== now.call?.id) stopRecording()
  if (!recorder && isOn && now.call && ownerId !== null) recorder = begin(now.call.id, ownerId)
  recorder?.follow(now.sound, isOn)
}

function begin(callId: string, ownerId: string): CallRecorder {
  recorded = callId
  sending ??= open(ownerId)
  const to = sending
  return createRecorder({
    keep: async (chunk) => {
      const { kept, sender } = await to
      await kept.add({ ...chunk, callId, ownerId })
      sender.wake()
    },
    onProblem: (problem) => {
      if (useRecorderProblem.getState().problem !== problem) useRecorderProblem.setState({ problem })
    },
  })
}

export function stopRecording(): void {
  void recorder?.stop()
  recorder = null
  recorded = null
  isHushed = false
}

/** Nothing is recorded from now on, whatever the server says, until it is lifted. */
export function hush(isOn: boolean): void {
  isHushed = isOn
  if (isOn) recorder?.follow({ mine: null, theirs: null }, false)
}
