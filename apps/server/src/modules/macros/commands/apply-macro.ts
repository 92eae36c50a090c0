import type { BulkRun, BulkSelection } from '@care/contract'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { part, runParts } from '../../../kernel/part.ts'
import { partsOf, startBulk } from '../../bulk/index.ts'
import type {} from '../events.ts'
import { changesOf, countUse, findMacro, replyOf, requireTargets } from '../store.ts'

/**
 * Does all steps of a macro to one request in one transaction, or none: each is its ordinary command with its own rights
 * and rules, and the first that is refused refuses the whole. Undone as one. Refuses NOT_ALLOWED_NOW (`MACRO_BROKEN`)
 * when a target of it is there no more.
 */
export const applyMacro = command({
  name: 'apply-macro',
  action: 'requests.edit',
  load: (ctx, { macroId }: { macroId: string; requestId: string }) => findMacro(ctx.tx, ctx.actor, macroId),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, macro, { requestId }) {
    await requireTargets(ctx, macro.steps)
    await runParts(ctx, partsOf(changesOf(macro.steps), requestId))
    await countUse(ctx, macro, requestId)
    return { quickReplyId: replyOf(macro.steps) }
  },
})

/** Begins a bulk run with the steps of a macro. Refuses one that puts a reply into a draft: that is for one talk. */
export const applyMacroToMany = command({
  name: 'apply-macro-to-many',
  action: 'requests.edit',
  load: (ctx, { macroId }: { macroId: string; selection: BulkSelection }) => findMacro(ctx.tx, ctx.actor, macroId),
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, macro, { macroId, selection }): Promise<BulkRun> {
    if (replyOf(macro.steps) !== null)
      throw new AppError('NOT_ALLOWED_NOW', 'it puts a reply into a draft', { problem: 'MACRO_REPLIES' })
    await requireTargets(ctx, macro.steps)
    const run = await part(startBulk, { selection, actions: changesOf(macro.steps), macroId })(ctx)
    await countUse(ctx, macro, run.id)
    return run
  },
})
