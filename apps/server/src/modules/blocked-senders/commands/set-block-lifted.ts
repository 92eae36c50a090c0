import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { block, findBlock, lift } from '../blocks.ts'

interface Input {
  blockId: string
  isLifted: boolean
}

/**
 * Lifts a block, or puts it back as a new one with who and when. Refuses with NOT_ALLOWED_NOW when a colleague has done
 * it already.
 */
export const setBlockLifted = command({
  name: 'set-block-lifted',
  action: 'senders.block',
  async load(ctx, { blockId }: Input) {
    const row = await findBlock(ctx.tx, blockId)
    if (!row) throw notFound('block')
    return row
  },
  allow: () => true,
  async run(ctx, { id, kind, value, requestId, customerId, liftedAt }, { isLifted }) {
    if (!isLifted && liftedAt === null) throw new AppError('NOT_ALLOWED_NOW', 'it is blocked')
    const [row] = await (isLifted ? lift(ctx, [id]) : block(ctx, [{ kind, value, requestId, customerId }]))
    if (!row) throw new AppError('NOT_ALLOWED_NOW', isLifted ? 'it is lifted already' : 'it is blocked already')
    return { blockId: row.id }
  },
})
