import type { Ctx } from '../../kernel/command.ts'
import { claimFiles, dropFiles } from '../files/index.ts'

/** The job that removes the bytes of files that a reply no longer has. */
export const removeBytes = 'removeReplyFiles'

/** Takes the actor's new uploads, lets go of those no longer named; the files of a reply are no message's. */
export async function keepAttachments(
  ctx: Ctx,
  quickReplyId: string,
  before: readonly string[],
  wanted: readonly string[],
): Promise<string[]> {
  if (ctx.actor.kind !== 'operator') throw new Error('only an operator has uploads')
  const ids = [...new Set(wanted)]
  const added = ids.filter((id) => !before.includes(id))
  if (added.length > 0) await claimFiles(ctx, added, `operator:${ctx.actor.id}`, quickReplyId)
  await letGo(
    ctx,
    quickReplyId,
    before.filter((id) => !ids.includes(id)),
  )
  return ids
}

/** Forgets files of a reply; their bytes go after the commit. */
export async function letGo(ctx: Ctx, quickReplyId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return
  await dropFiles(ctx, fileIds, quickReplyId)
  ctx.owe(removeBytes, { fileIds })
}
