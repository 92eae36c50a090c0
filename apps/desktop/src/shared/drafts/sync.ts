import { isApiError } from '@care/client'
import type { Draft } from '@care/contract'
import { limits } from '@care/domain'
import { call } from '../api/client.ts'
import { serverNow } from '../clock.ts'
import { onConnected, socket } from '../realtime/connection.ts'
import { openKv, type Kv } from '../storage/kv.ts'
import { filesOf, gone, hasDraft, makeDraftCopies, owning, splitKey, type DraftCopies } from './draft-copies.ts'
import { draftKey, getDraft, useDrafts } from './drafts.ts'
import { reconcile, type Synced } from './reconcile.ts'

const restMs = 1_500
const soonMs = 100
const againMs = 5_000

/**
 * Keeps the drafts of this desk and those on the server the same (row M2): what is written here goes there after a rest,
 * what is written at another computer comes here, and what is not with the server is never overwritten.
 */
export function startDraftSync(
  ownerId: string,
  kv: Kv<Synced> = openKv<Synced>(`care-draft-sync-${ownerId}`),
): () => void {
  const copies = makeDraftCopies(kv)
  const sender = makeSender(copies)
  // Not before what is kept here is known: asked sooner it would be asked twice.
  let isRestored = false
  const look = (): void => {
    if (isRestored) void lookAtAll(copies, sender).catch(() => undefined)
  }
  const stops = [
    useDrafts.subscribe(({ drafts }, { drafts: before }) => {
      if (copies.isTaking() || drafts === before) return
      for (const key of new Set([...Object.keys(drafts), ...Object.keys(before)]))
        if (drafts[key] !== before[key] && !key.endsWith('/seen')) sender.changed(owning(key))
    }),
    socket.on('draft.changed', ({ draft }) => {
      const synced = copies.get(draftKey(draft.activityId, draft.kind))
      if (synced?.isDirty || (draft.rev !== 0 && draft.rev <= (synced?.rev ?? 0))) return
      copies.take(draft)
    }),
    onConnected(look),
  ]
  void copies.restore().then(() => {
    isRestored = true
    look()
  })
  return () => {
    sender.stop()
    stops.forEach((stop) => stop())
  }
}

interface Sender {
  /** Something of it was written, emptied, attached or taken off. */
  changed: (key: string) => void
  later: (key: string, ms: number) => void
  stop: () => void
}

function makeSender(copies: DraftCopies): Sender {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  let isStopped = false
  const later = (key: string, ms: number): void => {
    clearTimeout(timers.get(key))
    const begin = (): void => {
      timers.delete(key)
      if (!isStopped) void send(copies, key, later)
    }
    timers.set(key, setTimeout(begin, ms))
  }
  return {
    later,
    changed: (key) => {
      const place = splitKey(key)
      if (!place) return
      copies.note(key, { rev: copies.get(key)?.rev ?? 0, editedAt: serverNow(), isDirty: true })
      // What was sent is to be gone elsewhere at once.
      later(key, hasDraft(...place) ? restMs : soonMs)
    },
    stop: () => {
      isStopped = true
      timers.forEach(clearTimeout)
    },
  }
}

async function send(copies: DraftCopies, key: string, later: Sender['later']): Promise<void> {
  const synced = copies.get(key)
  const place = splitKey(key)
  if (!place || !synced?.isDirty) return
  const [activityId, kind] = place
  const text = getDraft(activityId, kind)
  // Longer than the server keeps: it stays on this computer until it is shortened.
  if (text.length > limits.draft) return
  const seen = kind === 'reply' ? getDraft(activityId, 'seen') : ''
  const attachmentIds = filesOf(activityId, kind).map(({ id }) => id)
  const { editedAt, rev: basedOn } = synced
  const body = { text, attachmentIds, seenSeq: seen === '' ? null : Number(seen), editedAt, basedOn }
  try {
    const draft = await call('saveDraft', { params: { activityId, kind }, body })
    const now = copies.get(key)
    if (now?.editedAt === editedAt) return copies.take(draft)
    // Written on meanwhile: only the revision is news.
    if (now) copies.note(key, { ...now, rev: draft.rev })
    later(key, restMs)
  } catch (error) {
    // Seen no more: what was begun stays here. Everything else is tried again.
    if (isApiError(error) && (error.code === 'NOT_FOUND' || error.code === 'INVALID_INPUT')) copies.note(key, null)
    else later(key, againMs)
  }
}

async function allOnServer(): Promise<Map<string, Draft>> {
  const all = new Map<string, Draft>()
  let cursor: string | undefined
  do {
    const page: { items: Draft[]; nextCursor: string | null } = await call('listDrafts', {
      query: { limit: 100, ...(cursor !== undefined && { cursor }) },
    })
    for (const draft of page.items) all.set(draftKey(draft.activityId, draft.kind), draft)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return all
}

/** Asks how all of them stand on the server, and makes both sides the same. */
async function lookAtAll(copies: DraftCopies, sender: Sender): Promise<void> {
  const remote = await allOnServer()
  const local = Object.keys(useDrafts.getState().drafts).map(owning)
  for (const key of new Set([...local, ...copies.keys(), ...remote.keys()])) {
    const place = splitKey(key)
    if (!place) continue
    const draft = remote.get(key) ?? null
    const verdict = reconcile(hasDraft(...place), copies.get(key), draft)
    if (verdict === 'take' && draft) copies.take(draft)
    if (verdict === 'clear') copies.take(gone(...place))
    if (verdict !== 'send') continue
    copies.note(key, { rev: 0, editedAt: serverNow(), ...copies.get(key), isDirty: true })
    sender.later(key, soonMs)
  }
}
