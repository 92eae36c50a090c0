import { expect, test } from 'vitest'
import { reconcile, type Synced } from './reconcile.ts'

const remote = (rev: number) => ({
  activityId: 'ac-1',
  kind: 'reply' as const,
  text: 'Hello',
  attachments: [],
  otherText: null,
  seenSeq: null,
  editedAt: 1,
  rev,
})
const synced = (rev: number, isDirty = false): Synced => ({ rev, editedAt: 1, isDirty })

test.each<[string, boolean, Synced | undefined, number | null, ReturnType<typeof reconcile>]>([
  ['nothing anywhere', false, undefined, null, 'nothing'],
  ['begun at another computer', false, undefined, 1, 'take'],
  ['gone on at another computer', true, synced(1), 2, 'take'],
  ['as it was', true, synced(2), 2, 'nothing'],
  ['sent at another computer', true, synced(2), null, 'clear'],
  ['changed here meanwhile', true, synced(1, true), 2, 'send'],
  ['emptied here meanwhile', false, synced(2, true), 2, 'send'],
  ['from before there was a copy', true, undefined, null, 'send'],
  ['the same, and there is one by now', true, undefined, 3, 'send'],
])('%s', (_name, hasText, known, rev, expected) => {
  expect(reconcile(hasText, known, rev === null ? null : remote(rev))).toBe(expected)
})
