import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findRecording, takeRecordingStep } from '../recording-store.ts'
import { loadOwnSeat, tellCall } from '../store.ts'

/**
 * The customer agrees that his call is recorded, or refuses (row K5). Whoever agreed may refuse later: it ends, and what
 * there is of it is erased. The same again changes nothing; NOT_ALLOWED_NOW where nobody asks any more, or who has refused
 * agrees.
 */
export const answerRecording = command({
  name: 'answer-recording',
  action: 'visitor',
  load: (ctx, input: { callId: string; agrees: boolean }) => loadOwnSeat(ctx, input.callId),
  allow: (_, { seat }) => seat.side === 'customer',
  async run(ctx, { call }, { agrees }) {
    const row = await findRecording(ctx.tx, call.activityId)
    const isSame = agrees ? row?.state === 'recording' || row?.state === 'paused' : row?.state === 'refused'
    if (isSame) return null
    const now = row && (await takeRecordingStep(ctx, call, row, agrees ? 'agree' : 'refuse'))
    if (!now) throw new AppError('NOT_ALLOWED_NOW', 'nobody asks', { problem: 'NOT_ASKED' })
    await tellCall(ctx, now)
    return null
  },
})
