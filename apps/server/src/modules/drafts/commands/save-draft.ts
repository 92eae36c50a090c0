import { type DraftVersion, firstRevision, settleDraft } from '@care/domain'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { inTurn } from '../../../db/sql.ts'
import { findActivity } from '../../activities/index.ts'
import { holdFiles } from '../../files/index.ts'
import { findRequest, sees } from '../../requests/index.ts'
import { type DraftKey, type DraftRecord, holderOf, isDraft, loadDraft, nothing, presentDraft } from '../store.ts'

interface DraftInput extends DraftVersion {
  activityId: string
  kind: DraftRecord['kind']
  seenSeq: number | null
  basedOn: number
  dropOther: boolean
}

/**
 * Keeps what an operator has begun to write in an activity that he sees; an empty text forgets it. A save that missed
 * one of another window loses nothing (settleDraft); the answer says what stands then.
 */
export const saveDraft = command({
  name: 'save-draft',
  action: 'requests.view',
  async load(ctx, { activityId, kind }: DraftInput) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const found = await findActivity(ctx.tx, activityId)
    const request = found && (await findRequest(ctx.tx, found.request.id))
    if (!request || !sees(ctx.actor, request)) throw notFound('activity')
    const key: DraftKey = { operatorId: ctx.actor.id, activityId, kind }
    await inTurn(ctx.tx, `draft ${holderOf(key)}`)
    return { key, current: await loadDraft(ctx, key) }
  },
  allow: ({ actor }, { key }) => actor.kind === 'operator' && actor.id === key.operatorId,
  async run(ctx, { key, current }, input) {
    const settled = settleDraft(current, { ...input, editedAt: Math.min(input.editedAt, ctx.now) }, input.basedOn)
    const attachmentIds = await holdFiles(ctx, settled.attachmentIds, `operator:${key.operatorId}`, holderOf(key))
    const otherText = input.dropOther ? null : settled.otherText
    const isGone = settled.text === '' && attachmentIds.length === 0 && otherText === null
    const draft = isGone
      ? await forget(ctx, key)
      : await presentDraft(
          ctx.tx,
          await keep(ctx, key, current, { ...settled, attachmentIds, otherText }, input.seenSeq),
        )
    ctx.tell('draft.saved', { operatorId: key.operatorId, draft })
    return draft
  },
})

async function forget(ctx: Ctx, key: DraftKey) {
  await ctx.tx.delete(ctx.tx.t.drafts).where(isDraft(ctx.tx, key))
  return nothing(key, ctx.now)
}

async function keep(
  ctx: Ctx,
  key: DraftKey,
  current: DraftRecord | null,
  settled: Pick<DraftRecord, 'text' | 'editedAt' | 'otherText'> & { attachmentIds: string[] },
  seenSeq: number | null,
): Promise<DraftRecord> {
  const { drafts } = ctx.tx.t
  const { text, attachmentIds, editedAt, otherText } = settled
  const values = {
    ...key,
    text,
    attachmentIds,
    editedAt,
    otherText,
    // Of an older version that stands the place where its writing began stands too.
    seenSeq: current && text === current.text ? current.seenSeq : seenSeq,
    rev: current ? current.rev + 1 : firstRevision(ctx.now),
    updatedAt: ctx.now,
  }
  const [row] = current
    ? await ctx.tx.update(drafts).set(values).where(isDraft(ctx.tx, key)).returning()
    : await ctx.tx.insert(drafts).values(values).returning()
  if (!row) throw new AppError('UNAVAILABLE')
  return row
}
