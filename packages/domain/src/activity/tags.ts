import { foldText } from '../text/fold.ts'
import { limits } from '../text/limits.ts'

export type TagProblem = 'EMPTY' | 'TOO_LONG' | 'DUPLICATE' | 'TOO_MANY'

/** A tag as it is stored: one line, single spaces, none at the ends, composed letters; case as typed. */
export function normaliseTag(s: string): string {
  return s
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/**
 * The tags with one more at the end, or why not: nothing visible, over 50 characters, there already (however it
 * is written), or 50 tags already. Rule 5.
 */
export function addTag(tags: readonly string[], tag: string): { tags: string[] } | { problem: TagProblem } {
  const added = normaliseTag(tag)
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(added)) return { problem: 'EMPTY' }
  if (added.length > limits.tag) return { problem: 'TOO_LONG' }
  const folded = foldText(added)
  if (tags.some((other) => foldText(normaliseTag(other)) === folded)) return { problem: 'DUPLICATE' }
  if (tags.length >= limits.tagsPerActivity) return { problem: 'TOO_MANY' }
  return { tags: [...tags, added] }
}
