import { newKey } from '@care/client'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { myId } from '../entities/me.ts'
import { onConnected } from '../realtime/connection.ts'
import { isSameValue, keepEditsOf, useEditStore, type PendingEdit } from './edit-store.ts'
import { makeEdit, resendEdits, runEdits, type Editor } from './run-edits.ts'

/** What the person saw when he began to edit. */
export interface Seen {
  base: unknown
  baseVersion: number
}

export interface FieldEdits {
  /** The edit of this field that the server has not taken, if any. */
  pending(field: string): PendingEdit | undefined
  /** What to show: the person's own value while it is on its way, else what the server said last. */
  shown<V>(field: string, saved: V): V
  /** Queues and sends. A value that is the same as what was seen is no edit. */
  save(field: string, value: unknown, seen: Seen): void
  /** Gives the own value up and fetches what stands now ("Load Iva's value"). */
  load(field: string): Promise<void>
  /** Saves the own value over the one that was shown in the conflict ("Keep mine"). */
  keep(field: string): void
  /** Forgets the own value. */
  discard(field: string): void
}

const retryMs = 5_000

// Kinds that were edited in this page: a reconnect sends what waits of them, on screen or not.
const editors = new Map<string, (client: QueryClient) => Editor>()

/** Pending edits of one object, with the ways out of a conflict (rule 4). Sends what waited when the server is back. */
export function useFieldEdits(kind: string, id: string, makeEditor: (client: QueryClient) => Editor): FieldEdits {
  const client = useQueryClient()
  const mine = useEditStore(
    useShallow(({ edits }) => Object.values(edits).filter((edit) => edit.kind === kind && edit.id === id)),
  )
  useEffect(() => {
    editors.set(kind, makeEditor)
    keepEditsOf(myId(client) ?? '')
    void resendEdits(makeEditor(client), kind, id)
    return onConnected(() => resendAll(client))
  }, [client, kind, id, makeEditor])
  // The socket may be well while a call failed (a busy server): then no reconnect will come to send them.
  const isAnyWaiting = useEditStore(({ edits }) => Object.values(edits).some(({ state }) => state === 'offline'))
  useEffect(() => {
    if (!isAnyWaiting) return
    const timer = setInterval(() => resendAll(client), retryMs)
    return () => clearInterval(timer)
  }, [isAnyWaiting, client])
  return useMemo(() => edits(client, makeEditor(client), { kind, id }, mine), [client, makeEditor, kind, id, mine])
}

function resendAll(client: QueryClient): void {
  for (const edit of Object.values(useEditStore.getState().edits)) {
    const makeEditor = editors.get(edit.kind)
    if (makeEditor && edit.state === 'offline') void resendEdits(makeEditor(client), edit.kind, edit.id)
  }
}

function edits(
  client: QueryClient,
  editor: Editor,
  target: { kind: string; id: string },
  mine: PendingEdit[],
): FieldEdits {
  const { put, drop } = useEditStore.getState()
  const pending = (field: string): PendingEdit | undefined => mine.find((edit) => edit.field === field)
  const run = (): void => void runEdits(editor, target.kind, target.id)
  return {
    pending,
    shown: (field, saved) => {
      const edit = pending(field)
      return edit ? (edit.value as typeof saved) : saved
    },
    save: (field, value, seen) => {
      const edit = makeEdit({ ...target, field }, value, seen)
      if (isSameValue(value, edit.base)) {
        const older = pending(field)
        if (older && older.state !== 'saving') drop(older)
        return
      }
      put(edit)
      run()
    },
    load: async (field) => {
      const edit = pending(field)
      await editor.fetch(target.id)
      if (edit) drop(edit)
    },
    keep: (field) => {
      const edit = pending(field)
      if (!edit) return
      put({ ...edit, base: edit.theirs, idempotencyKey: newKey(), state: 'saving' })
      // With the version that stands now, so that it is refused again only if it was changed once more.
      void editor.fetch(target.id).then(run, run)
    },
    discard: (field) => {
      const edit = pending(field)
      if (edit) drop(edit)
    },
  }
}
