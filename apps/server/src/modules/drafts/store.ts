import type { Draft } from '@care/contract'
import { and, eq } from '../../db/drizzle.ts'
import { locked } from '../../db/sql.ts'
import type { Reader } from '../../db/store.ts'
import type { Ctx } from '../../kernel/command.ts'
import { filesById } from '../files/index.ts'

export type DraftRecord = Reader['t']['drafts']['$inferSelect']
export type DraftKey = Pick<DraftRecord, 'operatorId' | 'activityId' | 'kind'>

export const isDraft = ({ t: { drafts } }: Reader, key: DraftKey) =>
  and(eq(drafts.operatorId, key.operatorId), eq(drafts.activityId, key.activityId), eq(drafts.kind, key.kind))

/** The draft as it stands, locked; null where there is none. */
export async function loadDraft(ctx: Ctx, key: DraftKey): Promise<DraftRecord | null> {
  const { drafts } = ctx.tx.t
  const [row] = await locked(ctx.tx, ctx.tx.select().from(drafts).where(isDraft(ctx.tx, key)), drafts)
  return row ?? null
}

/** What stands in a file's `heldBy`. */
export const holderOf = ({ operatorId, activityId, kind }: DraftKey): string => `${operatorId}/${activityId}/${kind}`

export const nothing = ({ activityId, kind }: DraftKey, editedAt: number): Draft => ({
  activityId,
  kind,
  text: '',
  attachments: [],
  otherText: null,
  seenSeq: null,
  editedAt,
  rev: 0,
})

/** Files that were sent or removed meanwhile are no longer the draft's. */
export async function presentDraft(db: Reader, row: DraftRecord): Promise<Draft> {
  const { activityId, kind, text, otherText, seenSeq, editedAt, rev } = row
  const attachments = await filesById(db, row.attachmentIds)
  return { activityId, kind, text, attachments, otherText, seenSeq, editedAt, rev }
}
