import type { CallDetails, CallSignalEvent } from '@care/contract'
import { type CallClient, type CallState, createCallClient, tabId } from '@care/client/calls'
import { create } from 'zustand'
import { call as callServer } from '../../shared/api/client.ts'
import { socket } from '../../shared/realtime/connection.ts'
import { chosenDevices } from './devices.ts'
import { followRecording, stopRecording } from './recording.ts'

interface LiveCall {
  /** The call one is in, whatever is on the screen. */
  call: CallDetails | null
  /** This window’s side of it; null while it has none. */
  line: CallState | null
}
export const useLiveCall = create<LiveCall>()(() => ({ call: null, line: null }))

/** What holds this window’s side of a call that is not in the browser: a softphone’s line. */
interface OtherLine {
  setMuted: (isMuted: boolean) => void
  networkChanged: () => void
  tryMicrophoneAgain: () => void
  switchDevices: (inputId: string | null, outputId: string | null) => Promise<void>
}
let other: OtherLine | null = null
export function controlBy(line: OtherLine): () => void {
  other = line
  return () => {
    if (other === line) other = null
  }
}
/** How the other line has the call one is in; null: not at all. */
export const showLine = (line: CallState | null): void => useLiveCall.setState({ line })

let client: CallClient | null = null
let myId: string | null = null
let callId: string | null = null

/** This window takes one’s side of the call; `takesOver` from another one. Rejects with the server’s refusal. */
export async function joinCall(call: CallDetails, { takesOver = false } = {}): Promise<void> {
  const params = { callId: call.id }
  leaveLine()
  const made = createCallClient(
    call,
    {
      sit: (body) => socket.call('takeCallSeat', { params, body }),
      signal: (body) => socket.call('signalCall', { params, body }),
      note: (body) => socket.call('noteCall', { params, body }),
      servers: async () => (await callServer('getCallServers', { params })).items,
    },
    chosenDevices(),
  )
  client = made
  callId = call.id
  const show = (): void => {
    if (client !== made) return
    useLiveCall.setState({ line: made.get() })
    record()
  }
  made.subscribe(show)
  show()
  await made.start({ takesOver })
}

/** Whose window it is: what is recorded here is his. */
export const beMine = (operatorId: string | null): void => void (myId = operatorId)
function record(): void {
  const { call, line } = useLiveCall.getState()
  if (client) followRecording({ call, line, sound: client.sound() }, myId)
}

/** The server’s word on the call one is in. `acceptedId`: what was accepted in this window, which is joined here. */
export function followCall(call: CallDetails | null, acceptedId: string | null): void {
  const known = useLiveCall.getState().call
  if (call && known && call.id === known.id && call.version < known.version) return
  useLiveCall.setState({ call })
  record()
  if (client && callId !== call?.id) leaveLine()
  if (!call) return useLiveCall.setState({ line: null })
  // Its sound is at a phone or at this window’s softphone, which joins it by itself.
  if (call.line === 'phone') return
  if (client) return client.update(call)
  const isMine = call.mySeat?.tabId === tabId() || (call.mySeat?.seatId === null && acceptedId === call.id)
  if (isMine) void joinCall(call).catch(leaveLine)
}

/** Lets go of microphone and connections; the call is the server’s business. */
export function leaveLine(): void {
  stopRecording()
  client?.stop()
  client = null
  callId = null
  useLiveCall.setState({ line: null })
}

export const hear = (signal: CallSignalEvent): void => client?.hear(signal)
export const lineIsBack = (): void => client?.lineIsBack()
export function networkChanged(): void {
  client?.networkChanged()
  other?.networkChanged()
}
export const setMuted = (isMuted: boolean): void => (client ?? other)?.setMuted(isMuted)
export const tryMicrophoneAgain = (): void =>
  client ? void client.start().catch(leaveLine) : other?.tryMicrophoneAgain()
export async function switchDevices(inputId: string | null, outputId: string | null): Promise<void> {
  await other?.switchDevices(inputId, outputId)
  client?.listenBy(outputId)
  await client?.speakBy(inputId)
}
