import { command } from '../../../kernel/command.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { loadActivity } from '../store.ts'
import { endTransfer } from '../transfers.ts'

/** The colleague did not answer in time: the task stays with its operator (rule 24). OFFER_OVER when it is not due. Only the sweep runs it. */
export const missTransfer = command({
  name: 'miss-transfer',
  action: [],
  load: (ctx, input: { activityId: string }) => loadActivity(ctx, input.activityId),
  allow: () => false,
  async run(ctx, activity) {
    if (activity.transferExpiresAt === null || activity.transferExpiresAt > ctx.now) throw new AppError('OFFER_OVER')
    await endTransfer(ctx, activity, 'missed')
    return null
  },
})
