import { create } from 'zustand'
import { openKv, type Kv } from '../storage/kv.ts'
import type { ComposerMode } from '../workspace/open-task.ts'

/**
 * `files`: the uploaded attachments that are not sent yet, as JSON. `seen`: how far the thread was read when the reply
 * was begun, so that the server asks before it goes out over a colleague's answer. `letter`: what a mail has beside its
 * words, as JSON.
 */
export type DraftKind = ComposerMode | 'files' | 'seen' | 'letter'

/** What is typed and not sent, per activity and mode: a reply never turns into a comment or the reverse. */
interface DraftState {
  drafts: Readonly<Record<string, string>>
  /** Keys whose text is safe in storage. */
  saved: ReadonlySet<string>
  /** By key: what was written at the same time in another window and did not win. */
  others: Readonly<Record<string, string>>
}

export const draftKey = (activityId: string, kind: DraftKind): string => `${activityId}/${kind}`
export const useDrafts = create<DraftState>()(() => ({ drafts: {}, saved: new Set(), others: {} }))

const saveAfterMs = 300
let kv: Kv<string> | undefined
let emergencyKey = ''
const timers = new Map<string, ReturnType<typeof setTimeout>>()

/** Brings back this person's drafts and keeps them from now on. The store is a parameter for tests. */
export async function startDrafts(
  ownerId: string,
  store: Kv<string> = openKv<string>(`care-drafts-${ownerId}`),
): Promise<void> {
  // What the one before has typed last goes into his store, never into the next one's.
  saveNow()
  kv = store
  emergencyKey = `care.drafts.${ownerId}`
  const stored = Object.fromEntries(await store.entries())
  // Left by a page that went before its timer ran; newer than what the database has.
  const left = JSON.parse(localStorage.getItem(emergencyKey) ?? '{}') as Record<string, string>
  localStorage.removeItem(emergencyKey)
  // What was typed while this was loading goes before both. A text that was emptied in haste is no draft.
  useDrafts.setState(({ drafts }) => ({
    drafts: Object.fromEntries(Object.entries({ ...stored, ...left, ...drafts }).filter(([, text]) => text !== '')),
    saved: new Set(Object.keys(stored)),
  }))
  for (const [key, text] of Object.entries(left)) void write(key, text)
}

function saveNow(): void {
  const { drafts } = useDrafts.getState()
  for (const [key, timer] of timers) {
    clearTimeout(timer)
    void write(key, drafts[key] ?? '')
  }
}

async function write(key: string, text: string): Promise<void> {
  timers.delete(key)
  if (!kv) return
  await (text === '' ? kv.del(key) : kv.set(key, text))
  useDrafts.setState(({ drafts, saved }) => (drafts[key] === text ? { saved: new Set(saved).add(key) } : {}))
}

/** Keeps the text 300 ms after the last key. An empty one is forgotten. */
export function setDraft(activityId: string, kind: DraftKind, text: string): void {
  const key = draftKey(activityId, kind)
  useDrafts.setState(({ drafts, saved }) => {
    const { [key]: _old, ...rest } = drafts
    const isSaved = new Set(saved)
    isSaved.delete(key)
    return { drafts: text === '' ? rest : { ...rest, [key]: text }, saved: isSaved }
  })
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => void write(key, text), saveAfterMs),
  )
}

/** Writes at once what still waits for its timer. The page may be gone before a database answers, local storage is not. */
function saveInHaste(): void {
  if (timers.size === 0) return
  const { drafts } = useDrafts.getState()
  const waiting = Object.fromEntries([...timers.keys()].map((key) => [key, drafts[key] ?? '']))
  try {
    // Another tab may be going at the same moment.
    const others = JSON.parse(localStorage.getItem(emergencyKey) ?? '{}') as Record<string, string>
    localStorage.setItem(emergencyKey, JSON.stringify({ ...others, ...waiting }))
  } catch {
    // Full: the database below may still make it.
  }
  for (const [key, text] of Object.entries(waiting)) {
    clearTimeout(timers.get(key))
    void write(key, text).then(() => timers.size === 0 && localStorage.removeItem(emergencyKey))
  }
}
if (typeof document !== 'undefined') {
  addEventListener('pagehide', saveInHaste)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && saveInHaste())
}

export const getDraft = (activityId: string, kind: DraftKind): string =>
  useDrafts.getState().drafts[draftKey(activityId, kind)] ?? ''

/** What another window had written has been looked at. */
export const dropOther = (activityId: string, kind: ComposerMode): void =>
  useDrafts.setState(({ others: { [draftKey(activityId, kind)]: _old, ...others } }) => ({ others }))

export const useHasDraft = (activityId: string): boolean =>
  useDrafts(({ drafts }) =>
    (['reply', 'comment', 'files'] as const).some((kind) => draftKey(activityId, kind) in drafts),
  )
