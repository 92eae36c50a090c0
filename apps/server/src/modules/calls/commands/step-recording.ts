import type { RecordingStep } from '@care/domain/recording'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findRecording, takeRecordingStep } from '../recording-store.ts'
import { loadOwnSeat, tellCall } from '../store.ts'

interface Step {
  callId: string
  step: 'pause' | 'resume' | 'stop'
}
const steps: Record<Step['step'], { takes: RecordingStep; isDone: string }> = {
  pause: { takes: 'pause', isDone: 'paused' },
  resume: { takes: 'resume', isDone: 'recording' },
  stop: { takes: 'end', isDone: 'stopped' },
}

/**
 * The operator pauses the recording of his call, so that a card’s number is not in it, goes on with it, or ends it for
 * good (row K5). The same again changes nothing. Refuses with NOT_ALLOWED_NOW what is not recorded; nobody records
 * without the customer’s word.
 */
export const stepCallRecording = command({
  name: 'step-recording',
  action: 'tasks.handle',
  load: (ctx, input: Step) => loadOwnSeat(ctx, input.callId),
  allow: (_, { seat }) => seat.side === 'operator',
  async run(ctx, { call }, { step }) {
    const row = await findRecording(ctx.tx, call.activityId)
    if (row?.state === steps[step].isDone) return null
    const mayEnd = row?.state === 'recording' || row?.state === 'paused'
    const now = row && mayEnd && (await takeRecordingStep(ctx, call, row, steps[step].takes))
    if (!now) throw new AppError('NOT_ALLOWED_NOW', 'it is not recorded', { problem: 'NOT_RECORDED' })
    await tellCall(ctx, now)
    return null
  },
})
