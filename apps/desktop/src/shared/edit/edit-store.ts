import { create } from 'zustand'

/** How a pending edit stands: on its way, waiting for a connection, refused because somebody was faster, refused. */
export type EditState = 'saving' | 'offline' | 'conflict' | 'refused'

/** One field of one versioned object, changed at this desk and not yet acknowledged by the server (rule 4). */
export interface PendingEdit {
  kind: string
  id: string
  field: string
  /** What the person wants. */
  value: unknown
  /** What he saw when he began; only over this may his value be written. */
  base: unknown
  baseVersion: number
  idempotencyKey: string
  state: EditState
  /** With `conflict`: the value that stands now, and whose it is. */
  theirs?: unknown
  changedBy?: string | null
  /** With `refused`: the server's error code. */
  code?: string
}

interface EditStore {
  edits: Readonly<Record<string, PendingEdit>>
  put: (edit: PendingEdit) => void
  drop: (edit: PendingEdit) => void
}

export const editKey = (edit: Pick<PendingEdit, 'kind' | 'id' | 'field'>): string =>
  `${edit.kind}:${edit.id}:${edit.field}`

/** Edits that the server has not taken yet. The screen shows them over the cached object, which stays the server's truth. */
export const useEditStore = create<EditStore>()((set) => ({
  edits: {},
  put: (edit) => set(({ edits }) => ({ edits: { ...edits, [editKey(edit)]: edit } })),
  drop: (edit) =>
    set(({ edits }) => {
      // A newer edit of the same field has its own life.
      if (edits[editKey(edit)]?.idempotencyKey !== edit.idempotencyKey) return {}
      const { [editKey(edit)]: _gone, ...rest } = edits
      return { edits: rest }
    }),
}))

/** Whether two field values are the same; values are JSON (text, number, null, list of tags). */
export const isSameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

const storageKey = (ownerId: string): string => `care.edits.${ownerId}`
let keptOwner: string | null = null
let stopKeeping: (() => void) | null = null

/** Keeps the pending edits of this person in storage, and brings back those that a reload or a crash left behind. */
export function keepEditsOf(ownerId: string): void {
  if (keptOwner === ownerId) return
  stopKeeping?.()
  keptOwner = ownerId
  useEditStore.setState({ edits: read(ownerId) })
  stopKeeping = useEditStore.subscribe(({ edits }) => {
    try {
      if (Object.keys(edits).length === 0) localStorage.removeItem(storageKey(ownerId))
      else localStorage.setItem(storageKey(ownerId), JSON.stringify(edits))
    } catch {
      // Storage full or forbidden: the edits live on in memory.
    }
  })
}

/** Another person, or a test, begins: nothing is pending and nothing is kept. */
export function forgetEdits(): void {
  stopKeeping?.()
  stopKeeping = null
  keptOwner = null
  useEditStore.setState({ edits: {} })
}

function read(ownerId: string): Record<string, PendingEdit> {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey(ownerId)) ?? '{}') as Record<string, PendingEdit>
    // What was on its way when the page went may or may not have arrived: it is sent again with the same key.
    for (const edit of Object.values(kept)) if (edit.state === 'saving') edit.state = 'offline'
    return kept
  } catch {
    return {}
  }
}
