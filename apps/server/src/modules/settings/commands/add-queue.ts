import type { Api, BodyOf } from '@care/contract'
import { limits } from '@care/domain'
import { count } from '../../../db/drizzle.ts'
import { inTurn } from '../../../db/sql.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { keepingHours } from '../../calendars/index.ts'
import { replaceMembers } from '../members.ts'
import { requireOverflow } from '../queue-checks.ts'

/** Makes a queue with its members. Refuses an overflow that cannot be (INVALID_INPUT) and too many queues (NOT_ALLOWED_NOW). */
export const addQueue = command({
  name: 'add-queue',
  action: 'settings.queues',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { memberIds, calendarId, ...fields }: BodyOf<Api['addQueue']>) {
    await inTurn(ctx.tx, 'queues')
    const [known] = await ctx.tx.select({ total: count() }).from(ctx.tx.t.queues)
    if (Number(known?.total ?? 0) >= limits.queues)
      throw new AppError('NOT_ALLOWED_NOW', 'there are too many queues already')
    const queueId = ctx.newId()
    await requireOverflow(ctx, '', fields.overflowQueueId)
    const { columns } = await keepingHours(ctx, calendarId)
    await ctx.tx.insert(ctx.tx.t.queues).values({ id: queueId, ...fields, ...columns, version: 1 })
    const { added } = await replaceMembers(ctx, queueId, memberIds)
    ctx.emit('queue.created', { queueId, memberIds: added })
    return { queueId, added }
  },
})
