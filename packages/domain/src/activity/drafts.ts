import { limits } from '../text/limits.ts'

/** One version of what somebody has begun to write. */
export interface DraftVersion {
  text: string
  attachmentIds: readonly string[]
  /** When it was written. */
  editedAt: number
}
export interface KeptDraft extends DraftVersion {
  /** What another window had written at the same time and did not win. */
  otherText: string | null
  /** Rises with each save. */
  rev: number
}

const isEmpty = ({ text, attachmentIds }: DraftVersion): boolean => text === '' && attachmentIds.length === 0

/**
 * What stands of a draft after a save that was based on revision `basedOn` (0: on none). Where another window has saved
 * in between the later version stands and the words of the other are kept beside it; its files are kept with it. A
 * window that empties what it has not seen empties nothing.
 */
export function settleDraft(
  current: KeptDraft | null,
  incoming: DraftVersion,
  basedOn: number,
): DraftVersion & { otherText: string | null } {
  if (!current) return { ...incoming, otherText: null }
  if (basedOn === current.rev) return { ...incoming, otherText: current.otherText }
  if (isEmpty(incoming)) return current
  const [later, earlier] = incoming.editedAt >= current.editedAt ? [incoming, current] : [current, incoming]
  return {
    text: later.text === '' ? earlier.text : later.text,
    attachmentIds: [...new Set([...current.attachmentIds, ...incoming.attachmentIds])].slice(
      0,
      limits.attachmentsPerMessage,
    ),
    editedAt: later.editedAt,
    otherText: beside(current.otherText, later.text, earlier.text),
  }
}

/**
 * The revision with which a draft begins: the second of its beginning. One that is emptied and begun again never bears a
 * revision of before, so a window that missed both is seen to have missed them.
 */
export const firstRevision = (now: number): number => Math.floor((now - Date.UTC(2026, 0, 1)) / 1_000)

/** Nothing is kept twice: what the standing text has in it already needs no second place. */
function beside(kept: string | null, standing: string, lost: string): string | null {
  if (lost === '' || standing === '' || standing.includes(lost) || kept?.includes(lost)) return kept
  return (kept === null ? lost : `${lost}\n\n${kept}`).slice(0, limits.draft)
}
