import type { CallDetails } from '@care/contract'
import type { PhoneCallState, PhoneCause } from '@care/client/softphone'
import { create } from 'zustand'
import { call as callServer } from '../../../shared/api/client.ts'
import { serverNow } from '../../../shared/clock.ts'
import { onConnected } from '../../../shared/realtime/connection.ts'
import { controlBy, showLine, useLiveCall } from '../live-call.ts'
import { consultLegOf, legOf, lineOfLeg, ringsForMe } from './line-state.ts'
import { phoneLine, usePhoneLine } from './phone-line.ts'
import { activityOfLeg, forgetLegs, noteMuted, sitAgain, tellEnd, tellOfLeg, tellStep } from './told.ts'

/** Why the last call of the line did not come about, or a hand-over did not; the screen says it in words. */
type Failure = PhoneCause | 'notRegistered' | 'notHandedOver'
export const useLineFailure = create<{ failure: Failure | null }>()(() => ({ failure: null }))

/** What was to be dialled so long ago is not: its operator has gone on to something else, in ms. */
const dialsWithinMs = 30_000

const askAgainMs = 2_000

/** The leg that was dialled for an activity; '' while it is being made. */
const dialled = new Map<string, string>()
const answering = new Set<string>()
const handing = new Set<string>()
const ended = new Set<string>()
/** The colleague who is asked in this call, and the talk with him. */
let asked: { name: string; legId: string | null } | null = null

const myCall = (): CallDetails | null => {
  const { call } = useLiveCall.getState()
  return call?.line === 'phone' ? call : null
}
const legs = (): readonly PhoneCallState[] => usePhoneLine.getState().state.calls
const legOfCall = (call: CallDetails): PhoneCallState | null => legOf(call, legs(), dialled.get(call.id))
/** What is heard now: the colleague who is asked, or the other side. */
const heardLeg = (call: CallDetails): PhoneCallState | null => consultLegOf(call, legs()) ?? legOfCall(call)

/** What this window’s line has for one’s own call: those legs need no card of their own. */
export function isOfMyCall(leg: PhoneCallState): boolean {
  const call = myCall()
  const own = call && [legOfCall(call), consultLegOf(call, legs()), ringsForMe(call, legs())]
  return own?.some((one) => one?.id === leg.id) ?? false
}

/** Joins the line to the call that one is in, until the returned function is called. */
export function startDeskLine(): () => void {
  const stops = [
    usePhoneLine.subscribe(follow),
    useLiveCall.subscribe(({ call }, before) => call !== before.call && follow()),
    onConnected((isFirst) => isFirst || sitAgain()),
    controlBy({
      setMuted: (isMuted) => onHeard(({ id }) => (phoneLine()?.setMuted(id, isMuted), noteMuted(id, isMuted))),
      networkChanged: () => phoneLine()?.networkChanged(),
      tryMicrophoneAgain: () => {
        answering.clear()
        follow()
      },
      async switchDevices(inputId, outputId) {
        phoneLine()?.listenBy(outputId)
        await phoneLine()?.speakBy(inputId)
      },
    }),
  ]
  follow()
  return () => {
    stops.forEach((stop) => stop())
    for (const kept of [answering, handing, ended]) kept.clear()
    dialled.clear()
    forgetLegs()
  }
}

function onHeard(does: (leg: PhoneCallState) => unknown): void {
  const call = myCall()
  const leg = call && heardLeg(call)
  if (leg) does(leg)
}

/** Brings the line to where the call is, and shows the call where the line is. */
function follow(): void {
  legs().forEach(end)
  const call = myCall()
  if (call) {
    answer(call)
    dial(call)
    const leg = legOfCall(call)
    if (leg) tellOfLeg(call, leg)
    consult(call, leg)
  }
  legs().forEach((leg) => letGo(call, leg))
  const heard = call && heardLeg(call)
  if (call) showLine(heard && lineOfLeg(heard))
}

function end(leg: PhoneCallState): void {
  if (leg.phase !== 'ended' || ended.has(leg.id)) {
    if (leg.phase !== 'ended') ended.delete(leg.id)
    return
  }
  ended.add(leg.id)
  answering.delete(leg.id)
  handing.delete(leg.id)
  if (leg.direction === 'out' && !leg.wasAnswered && leg.cause !== 'hungUpHere')
    useLineFailure.setState({ failure: leg.cause })
  tellEnd(leg)
}

function answer(call: CallDetails): void {
  const leg = ringsForMe(call, legs())
  if (!leg || answering.has(leg.id)) return
  answering.add(leg.id)
  // Without a microphone it goes on ringing; the pane says why, and tries again.
  phoneLine()
    ?.answer(leg.id)
    .catch(() => undefined)
}

/** Calls the number that the desk was told to, once. */
function dial({ id, phone, startedAt, state }: CallDetails): void {
  const line = phoneLine()
  const { registration } = usePhoneLine.getState().state
  if (!line || !phone?.isToDial || phone.number === null || state !== 'ringing' || dialled.has(id)) return
  const isLate = serverNow() - startedAt > dialsWithinMs
  if (registration !== 'registered' && registration !== 'refused' && !isLate) return
  dialled.set(id, '')
  if (registration !== 'registered' || isLate) return fail(id, 'notRegistered')
  line.call(phone.number).then(
    (legId) => {
      dialled.set(id, legId)
      void tellStep(id, legId, 'dialled')
      follow()
    },
    () => fail(id, 'noMicrophone'),
  )
}
function fail(activityId: string, failure: 'notRegistered' | 'noMicrophone'): void {
  useLineFailure.setState({ failure })
  void tellStep(activityId, 'none', 'failed', failure)
}

/** The colleague who has said yes is called while the customer is held; when he is asked no more that talk ends. */
function consult(call: CallDetails, leg: PhoneCallState | null): void {
  const line = phoneLine()
  if (!line || call.mySeat?.side !== 'operator') return
  const name = call.consult && `${call.id}/${call.consult.id}`
  if (name === (asked?.name ?? null)) return
  askNoMore()
  const consultLine = call.phone?.consultLine ?? null
  if (name === null || !leg || consultLine === null) return
  const now = (asked = { name, legId: null as string | null })
  line.hold(leg.id)
  void tellStep(call.id, leg.id, 'held')
  line.call(consultLine).then(
    (legId) => (asked === now ? void (now.legId = legId) : line.hangUp(legId)),
    () => useLineFailure.setState({ failure: 'noMicrophone' }),
  )
}

function askNoMore(): void {
  const legId = asked?.legId ?? null
  if (legId !== null) phoneLine()?.hangUp(legId)
  asked = null
}

/** A talk whose call is not one’s own any more: a colleague has it, and the other side is asked to call him; or it is over. */
function letGo(call: CallDetails | null, leg: PhoneCallState): void {
  const activityId = activityOfLeg(leg.id)
  const isOther = activityId !== null && activityId !== call?.id
  if (!isOther || !leg.wasAnswered || leg.phase === 'ended' || handing.has(leg.id)) return
  handing.add(leg.id)
  void handOver(leg)
}

/** Asks the other side to call whoever has the call now; hangs up where nobody has. */
export async function handOver({ id, number }: PhoneCallState): Promise<void> {
  askNoMore()
  const line = phoneLine()
  try {
    const { task, holderLine } = await callServer('getRingingCall', { query: { callId: id, number } })
    if (task === 'passedOn' && holderLine !== null) line?.transfer(id, holderLine)
    else if (task === 'over') line?.hangUp(id)
    else {
      // In a queue again, or with a colleague who has no line: the customer is kept until somebody can have him.
      if (task === 'waits') line?.hold(id)
      askAgainSoon(id)
    }
  } catch {
    askAgainSoon(id)
  }
}
/** The line says how loud it is four times a second; the server is not asked as often. */
function askAgainSoon(legId: string): void {
  setTimeout(() => handing.delete(legId), askAgainMs)
}

/** Holds or goes on where the call is at this line; false where it is not. Rejects nothing: what does not work shows. */
export async function holdAtLine(callId: string, isHeld: boolean): Promise<boolean> {
  const call = myCall()
  const leg = call?.id === callId ? legOfCall(call) : null
  const line = phoneLine()
  if (!leg || !line) return false
  if (isHeld) line.hold(leg.id)
  else line.resume(leg.id)
  const now = line.get().calls.find(({ id }) => id === leg.id)
  // Another change of the call is under way: nothing has happened.
  if ((now?.phase === 'held') !== isHeld) return true
  await tellStep(callId, leg.id, isHeld ? 'held' : 'resumed')
  return true
}

/** Ends this line’s side; false where it has none. */
export function hangUpAtLine(callId: string): boolean {
  const call = myCall()
  const leg = call?.id === callId ? legOfCall(call) : null
  if (leg) phoneLine()?.hangUp(leg.id)
  return leg !== null
}

export const sendDigits = (digits: string): void => onHeard(({ id }) => phoneLine()?.sendDigits(id, digits))
