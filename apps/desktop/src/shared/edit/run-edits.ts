import { isApiError, isWorthRepeating, newKey } from '@care/client'
import { isSameValue, useEditStore, type PendingEdit } from './edit-store.ts'

interface Versioned {
  version: number
}

/** How one kind of object (customer, request, activity) is read and saved; the feature's api.ts gives it. */
export interface Editor<T extends Versioned = Versioned> {
  /** From the cache, undefined when it is not there. */
  cached: (id: string) => T | undefined
  /** From the server, into the cache. */
  fetch: (id: string) => Promise<T>
  valueOf(entity: T, field: string): unknown
  /** Sends one field with the version seen; puts the answer into the cache. */
  save(id: string, field: string, value: unknown, options: { version: number; idempotencyKey: string }): Promise<T>
}

const running = new Set<string>()

/**
 * Sends the pending edits of one object, one after the other, so that each goes out with the version the one before
 * it left. Nothing of somebody else is overwritten: when the field is no longer what the person saw, it becomes a
 * conflict and waits for his choice (rule 4). Stops at the first one without an answer; those stay queued.
 */
export async function runEdits(editor: Editor, kind: string, id: string): Promise<void> {
  const object = `${kind}:${id}`
  if (running.has(object)) return
  running.add(object)
  try {
    for (let edit = nextOf(kind, id); edit; edit = nextOf(kind, id)) {
      if (!(await send(editor, edit))) break
    }
  } finally {
    running.delete(object)
  }
}

const nextOf = (kind: string, id: string): PendingEdit | undefined =>
  Object.values(useEditStore.getState().edits).find(
    (edit) => edit.kind === kind && edit.id === id && edit.state === 'saving',
  )

/** Sends again everything of this object that waited for a connection. */
export async function resendEdits(editor: Editor, kind: string, id: string): Promise<void> {
  const { edits, put } = useEditStore.getState()
  for (const edit of Object.values(edits)) {
    if (edit.kind === kind && edit.id === id && edit.state === 'offline') put({ ...edit, state: 'saving' })
  }
  await runEdits(editor, kind, id)
}

/** False when no answer came and the rest should wait too. */
async function send(editor: Editor, edit: PendingEdit): Promise<boolean> {
  const { drop } = useEditStore.getState()
  try {
    for (let tries = 0; tries < 4; tries += 1) {
      const entity =
        tries === 0 ? (editor.cached(edit.id) ?? (await editor.fetch(edit.id))) : await editor.fetch(edit.id)
      const now = editor.valueOf(entity, edit.field)
      if (isSameValue(now, edit.value)) {
        drop(edit)
        return true
      }
      // A changed field goes out with the old version: the server then says who was faster.
      const version = isSameValue(now, edit.base) ? entity.version : edit.baseVersion
      try {
        await editor.save(edit.id, edit.field, edit.value, {
          version,
          idempotencyKey: `${edit.idempotencyKey}.${version}`,
        })
        // Whoever shows the object hears of the answer a turn later: without the edit before that, the old value would show.
        await new Promise((resolve) => setTimeout(resolve))
        drop(edit)
        return true
      } catch (error) {
        if (!isApiError(error) || error.code !== 'CONFLICT') throw error
        const theirs = await valueNow(editor, edit, error.details)
        if (!isSameValue(theirs, edit.base)) {
          settle(edit, { state: 'conflict', theirs, changedBy: nameOf(error.details) })
          return true
        }
        // Another field of the object was changed: with the new version this one harms nobody.
      }
    }
    settle(edit, { state: 'refused', code: 'CONFLICT' })
    return true
  } catch (error) {
    if (isWorthRepeating(error)) {
      settle(edit, { state: 'offline' })
      return false
    }
    settle(edit, { state: 'refused', code: isApiError(error) ? error.code : 'INTERNAL' })
    return true
  }
}

/** The value that stands on the server now, as the conflict tells it, else fetched. */
async function valueNow(editor: Editor, edit: PendingEdit, details: Record<string, unknown>): Promise<unknown> {
  const current = details.current
  if (current !== null && typeof current === 'object' && edit.field in current)
    return (current as Record<string, unknown>)[edit.field]
  return editor.valueOf(await editor.fetch(edit.id), edit.field)
}

const nameOf = (details: Record<string, unknown>): string | null =>
  typeof details.changedBy === 'string' ? details.changedBy : null

/** Writes the outcome, unless the person has typed a newer value meanwhile: that one goes out next. */
function settle(edit: PendingEdit, outcome: Partial<PendingEdit>): void {
  const { edits, put } = useEditStore.getState()
  const latest = edits[`${edit.kind}:${edit.id}:${edit.field}`]
  if (latest?.idempotencyKey === edit.idempotencyKey) put({ ...edit, ...outcome })
}

/**
 * A new pending edit of a field. One that replaces an edit the server has not taken keeps that one's base: what the
 * person typed before was never anybody's truth. Over one still on its way, what he saw is his own value.
 */
export function makeEdit(
  target: { kind: string; id: string; field: string },
  value: unknown,
  seen: { base: unknown; baseVersion: number },
): PendingEdit {
  const older = useEditStore.getState().edits[`${target.kind}:${target.id}:${target.field}`]
  const from = older && older.state !== 'saving' ? { base: older.base, baseVersion: older.baseVersion } : seen
  return { ...target, value, ...from, idempotencyKey: newKey(), state: 'saving' }
}
