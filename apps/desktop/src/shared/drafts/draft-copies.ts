import type { Attachment, Draft } from '@care/contract'
import type { Kv } from '../storage/kv.ts'
import { draftKey, getDraft, setDraft, useDrafts } from './drafts.ts'
import type { Synced } from './reconcile.ts'

type Kind = Draft['kind']

/** The attachments of a draft; one that cannot be read costs its attachments, never the words. */
export function filesOf(activityId: string, kind: Kind): Attachment[] {
  const stored = kind === 'reply' ? getDraft(activityId, 'files') : ''
  try {
    return stored === '' ? [] : (JSON.parse(stored) as Attachment[])
  } catch {
    return []
  }
}
export const hasDraft = (activityId: string, kind: Kind): boolean =>
  getDraft(activityId, kind) !== '' || filesOf(activityId, kind).length > 0

export function splitKey(key: string): [string, Kind] | null {
  const at = key.lastIndexOf('/')
  const kind = key.slice(at + 1)
  return kind === 'reply' || kind === 'comment' ? [key.slice(0, at), kind] : null
}
/** Of which draft an entry of the store is a part. */
export const owning = (key: string): string => key.replace(/\/(files|seen)$/, '/reply')

/** No draft any more. */
export const gone = (activityId: string, kind: Kind): Draft => ({
  activityId,
  kind,
  text: '',
  attachments: [],
  otherText: null,
  seenSeq: null,
  editedAt: 0,
  rev: 0,
})

export interface DraftCopies {
  get: (key: string) => Synced | undefined
  keys: () => Iterable<string>
  note: (key: string, synced: Synced | null) => void
  /** Shows what the server has; that is no change of this desk. */
  take: (draft: Draft) => void
  isTaking: () => boolean
  restore: () => Promise<void>
}

/** What this desk knows of the copies on the server, kept over a reload. */
export function makeDraftCopies(kv: Kv<Synced>): DraftCopies {
  const known = new Map<string, Synced>()
  let isTaking = false
  const note = (key: string, synced: Synced | null): void => {
    if (synced) known.set(key, synced)
    else known.delete(key)
    void (synced ? kv.set(key, synced) : kv.del(key))
  }
  return {
    get: (key) => known.get(key),
    keys: () => known.keys(),
    note,
    isTaking: () => isTaking,
    take: ({ activityId, kind, text, attachments, otherText, seenSeq, rev, editedAt }) => {
      const key = draftKey(activityId, kind)
      isTaking = true
      if (getDraft(activityId, kind) !== text) setDraft(activityId, kind, text)
      if (kind === 'reply') {
        setDraft(activityId, 'files', attachments.length === 0 ? '' : JSON.stringify(attachments))
        setDraft(activityId, 'seen', seenSeq === null ? '' : String(seenSeq))
      }
      isTaking = false
      useDrafts.setState(({ others: { [key]: _old, ...rest } }) => ({
        others: otherText === null ? rest : { ...rest, [key]: otherText },
      }))
      note(key, rev === 0 ? null : { rev, editedAt, isDirty: false })
    },
    restore: async () => {
      for (const [key, synced] of await kv.entries()) if (!known.has(key)) known.set(key, synced)
    },
  }
}
