import type { TypingEvent } from '@care/contract'
import { useMemo } from 'react'
import { create } from 'zustand'

interface Typist {
  kind: 'customer' | 'operator'
  id: string
  name: string
}
type ByActivity = Readonly<Record<string, readonly Typist[]>>

/** Who types where. The sender repeats himself while typing; without a repeat he is forgotten. */
export const useTypists = create<{ typists: ByActivity }>()(() => ({ typists: {} }))
const forgetAfterMs = 6_000
const timers = new Map<string, ReturnType<typeof setTimeout>>()

function set(activityId: string, change: (old: readonly Typist[]) => readonly Typist[]): void {
  useTypists.setState(({ typists }) => {
    const next = change(typists[activityId] ?? [])
    const { [activityId]: _old, ...rest } = typists
    return { typists: next.length === 0 ? rest : { ...rest, [activityId]: next } }
  })
}

export function noteTyping({ activityId, isTyping, by }: TypingEvent): void {
  const key = `${activityId}:${by.id}`
  const forget = (): void => {
    timers.delete(key)
    set(activityId, (old) => old.filter(({ id }) => id !== by.id))
  }
  clearTimeout(timers.get(key))
  if (!isTyping) return forget()
  timers.set(key, setTimeout(forget, forgetAfterMs))
  set(activityId, (old) => (old.some(({ id }) => id === by.id) ? old : [...old, by]))
}

/** A message of his ends the burst at once. */
export function noteSaid(activityId: string, authorKind: string): void {
  set(activityId, (old) => old.filter(({ kind }) => kind !== authorKind))
}

const nobody: readonly Typist[] = []
export const useTypistsIn = (activityId: string): readonly Typist[] =>
  useTypists(({ typists }) => typists[activityId] ?? nobody)

export function useIsCustomerTyping(activityId: string): boolean {
  const typists = useTypistsIn(activityId)
  return useMemo(() => typists.some(({ kind }) => kind === 'customer'), [typists])
}
