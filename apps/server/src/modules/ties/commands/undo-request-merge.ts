import { command } from '../../../kernel/command.ts'
import { mayChange, requireVisible } from '../refuse.ts'
import { loadMerge, unmerge } from '../unmerge.ts'

/** Takes a merged request out again from the line that says so, at any time later (rule 25). */
export const undoRequestMerge = command({
  name: 'undo-request-merge',
  action: 'requests.edit',
  async load(ctx, { mergeId }: { mergeId: string }) {
    const merged = await loadMerge(ctx, mergeId)
    requireVisible(ctx.actor, merged.target)
    return merged
  },
  allow: ({ actor }, { target }) => mayChange(actor, target),
  async run(ctx, merged) {
    const { id } = await unmerge(ctx, merged)
    return { requestId: id }
  },
})
