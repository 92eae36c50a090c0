import type { Colleague } from '@care/contract'
import { mentionOf, replaceMentions } from '@care/domain'
import { create } from 'zustand'

/** Colleagues by the label that stands behind the @. */
export type Known = ReadonlyMap<string, Colleague>
const nobody: Known = new Map()

/**
 * Who is known while one writes, by activity: a label is of one person only among those who may see the same. What is sent
 * names them by id; a label that nobody picked stays a word.
 */
export const useKnown = create<{ known: Readonly<Record<string, Known>> }>()(() => ({ known: {} }))
export const useKnownAt = (activityId: string): Known => useKnown(({ known }) => known[activityId] ?? nobody)
export const knownAt = (activityId: string): Known => useKnown.getState().known[activityId] ?? nobody

const put = (activityId: string, known: Known): void =>
  useKnown.setState((old) => ({ known: { ...old.known, [activityId]: known } }))

export function noteColleagues(activityId: string, colleagues: readonly Colleague[]): void {
  if (colleagues.length === 0) return
  put(activityId, new Map([...knownAt(activityId), ...colleagues.map((one) => [one.label, one] as const)]))
}

/** They stay words from now on, where they are written. */
export const forgetColleagues = (activityId: string, ids: readonly string[]): void =>
  put(activityId, new Map([...knownAt(activityId)].filter(([, { id }]) => !ids.includes(id))))

interface Found {
  start: number
  end: number
  colleague: Colleague
}
const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))

/** Where the text mentions somebody who is known: the longest label that fits, not within a word. */
export function mentionsAt(text: string, known: Known): Found[] {
  const found: Found[] = []
  if (known.size === 0) return found
  const labels = [...known.keys()].toSorted((a, b) => b.length - a.length)
  for (let start = text.indexOf('@'); start >= 0; start = text.indexOf('@', start + 1)) {
    if (start > 0 && isWordAt(text, start - 1)) continue
    const label = labels.find((one) => text.startsWith(one, start + 1) && !isWordAt(text, start + 1 + one.length))
    const colleague = label === undefined ? undefined : known.get(label)
    if (label !== undefined && colleague) found.push({ start, end: start + 1 + label.length, colleague })
  }
  return found
}

/** What is sent for what was typed. */
export function withMentions(activityId: string, text: string): string {
  let sent = ''
  let end = 0
  for (const one of mentionsAt(text, knownAt(activityId))) {
    sent += text.slice(end, one.start) + mentionOf(one.colleague.id)
    end = one.end
  }
  return sent + text.slice(end)
}

/** What was typed for what was to be sent, to go on writing. */
export const asTyped = (activityId: string, text: string): string =>
  replaceMentions(text, (id) => {
    const label = [...knownAt(activityId).values()].find((colleague) => colleague.id === id)?.label
    return label === undefined ? mentionOf(id) : `@${label}`
  })
