import { canChangeRequest, foldText, limits } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { changesOf, emitEdited } from '../changes.ts'
import { loadRequest, restarted, writeRequest } from '../store.ts'

interface TagsInput {
  requestId: string
  add: readonly string[]
  remove: readonly string[]
}

/**
 * Adds tags to a request and takes others away, whatever else it has: where nobody has its version before his eyes. The
 * tags of its activities stay. Refuses more than a request may have. Undoable.
 */
export const changeTags = command({
  name: 'change-tags',
  action: 'requests.edit',
  load: (ctx, input: TagsInput) => loadRequest(ctx, input.requestId),
  allow: ({ actor }, { request, holderIds }) =>
    actor.kind === 'operator' && canChangeRequest(actor, { ...request, taskOperatorIds: holderIds }),
  async run(ctx, { request, type }, { add, remove }) {
    const gone = new Set(remove.map(foldText))
    const kept = request.tags.filter((tag) => !gone.has(foldText(tag)))
    const known = new Set(kept.map(foldText))
    const added = [...new Map(add.map((tag) => [foldText(tag), tag]))].filter(([folded]) => !known.has(folded))
    const tags = [...kept, ...added.map(([, tag]) => tag)]
    if (tags.length > limits.tagsPerActivity)
      throw new AppError('NOT_ALLOWED_NOW', 'it has too many tags', { problem: 'TOO_MANY_TAGS' })
    const changes = changesOf(request, type, { tags })
    if (changes.length === 0) return { requestId: request.id }
    const row = await writeRequest(ctx, request, { tags, ...restarted(type, request, 'fieldByPerson', ctx.now) })
    emitEdited(ctx, row, changes)
    return { requestId: request.id }
  },
})
