import type { LookingEvent } from '@care/contract'
import { create } from 'zustand'
import { socket } from './connection.ts'

export type Looker = LookingEvent['by'] & Pick<LookingEvent, 'activityId' | 'doing'>
type Doing = 'viewing' | 'reply' | 'comment'

/** Which colleagues have a request open, by request. Each repeats himself; without a repetition he is forgotten. */
export const useLookers = create<{ lookers: Readonly<Record<string, readonly Looker[]>> }>()(() => ({ lookers: {} }))

const repeatMs = 15_000
const forgetAfterMs = 40_000
/** Whoever wrote no key for so long is only there. */
const quietMs = 60_000
const timers = new Map<string, ReturnType<typeof setTimeout>>()
let mine: { requestId: string; activityId: string | null; doing: Doing } | null = null
let repeat: ReturnType<typeof setInterval> | undefined
let quiet: ReturnType<typeof setTimeout> | undefined

const tell = (isNew: boolean): void => {
  if (mine && socket.isConnected) socket.volatile('looking', { ...mine, isNew })
}

/** What this desk has open from now on; null when nothing. */
export function look(requestId: string | null, activityId: string | null): void {
  if (mine && mine.requestId !== requestId && socket.isConnected)
    socket.volatile('looking', { requestId: mine.requestId, activityId: null, doing: 'gone', isNew: false })
  const doing = mine?.activityId === activityId ? (mine?.doing ?? 'viewing') : 'viewing'
  mine = requestId === null ? null : { requestId, activityId, doing }
  clearInterval(repeat)
  if (mine) repeat = setInterval(() => tell(false), repeatMs)
  tell(true)
}

/** He writes a reply or a comment in what is open, or stopped. */
export function lookAs(doing: Doing): void {
  clearTimeout(quiet)
  if (doing !== 'viewing') quiet = setTimeout(() => lookAs('viewing'), quietMs)
  if (!mine || mine.doing === doing) return
  mine = { ...mine, doing }
  tell(false)
}

function set(requestId: string, change: (old: readonly Looker[]) => readonly Looker[]): void {
  useLookers.setState(({ lookers: { [requestId]: old = [], ...rest } }) => {
    const next = change(old)
    return { lookers: next.length === 0 ? rest : { ...rest, [requestId]: next } }
  })
}

export function noteLooking({ requestId, activityId, doing, isNew, by }: LookingEvent, myId: string | undefined): void {
  // Another window of mine came or went: this one is still here.
  if (by.id === myId) return tell(false)
  if (isNew && mine?.requestId === requestId) tell(false)
  const key = `${requestId}:${by.id}`
  const forget = (): void => {
    timers.delete(key)
    set(requestId, (old) => old.filter(({ id }) => id !== by.id))
  }
  clearTimeout(timers.get(key))
  if (doing === 'gone') return forget()
  timers.set(key, setTimeout(forget, forgetAfterMs))
  set(requestId, (old) => [...old.filter(({ id }) => id !== by.id), { ...by, activityId, doing }])
}

const nobody: readonly Looker[] = []
export const useLookersAt = (requestId: string | null): readonly Looker[] =>
  useLookers(({ lookers }) => (requestId === null ? nobody : (lookers[requestId] ?? nobody)))
