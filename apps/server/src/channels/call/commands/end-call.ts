import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { endActivityRow, loadActivity } from '../../../modules/activities/index.ts'
import { callIdOf } from '../call-id.ts'

/** The visitor hangs up, or leaves the line: abandoned before anybody accepted (rule 19). What is over stays so. */
export const endCall = command({
  name: 'end-call',
  action: 'visitor',
  async load(ctx, _input: Record<string, never>) {
    if (ctx.actor.kind !== 'visitor') throw new AppError('FORBIDDEN')
    const callId = await callIdOf(ctx.tx, ctx.actor.id)
    if (callId === null) throw notFound('call')
    return (await loadActivity(ctx, callId)).activity
  },
  allow: ({ actor }, activity) => actor.kind === 'visitor' && activity.visitorId === actor.id,
  async run(ctx, activity) {
    await endActivityRow(ctx, activity, activity.acceptedAt === null ? 'abandoned' : 'customerLeft')
    return null
  },
})
