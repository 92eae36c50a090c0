import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { returnAllTasks } from '../give-back.ts'
import { lockPresence, writePresence } from '../presence-row.ts'

/**
 * The grace after a lost connection is over: the operator is offline and his live talks return to their queues; slow
 * work stays (rule 21). NOT_ALLOWED_NOW when he is back or it is not time yet. Only the sweep runs it.
 */
export const goOffline = command({
  name: 'go-offline',
  action: [],
  load: (ctx, input: { operatorId: string }) => lockPresence(ctx, input.operatorId),
  allow: () => false,
  async run(ctx, before) {
    if (!before || before.isConnected || before.graceUntil === null || before.graceUntil > ctx.now)
      throw new AppError('NOT_ALLOWED_NOW', 'the grace is not over')
    await writePresence(ctx, before, { graceUntil: null, since: ctx.now }, 'offline')
    return { returned: await returnAllTasks(ctx, before.operatorId, 'operatorOffline') }
  },
})
