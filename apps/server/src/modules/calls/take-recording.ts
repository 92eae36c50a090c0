import { dayMs } from '@care/domain'
import { recordingLimits } from '@care/domain/recording'
import type { Readable } from 'node:stream'
import { AppError } from '../../kernel/app-error.ts'
import { system } from '../../kernel/actor.ts'
import { command } from '../../kernel/command.ts'
import { newId } from '../../kernel/ids.ts'
import type { Services } from '../../kernel/services.ts'
import { pathOf, removeBody, sniff, writeBody } from '../files/index.ts'
import { lengthOf } from './join-segments.ts'
import { findRecording, ruleOf } from './recording-store.ts'
import { loadCall, tellCall } from './store.ts'

interface Taken {
  callId: string
  fileId: string
  contentType: string
  bytes: number
  ms: number
}

/** A telephone system’s recording of a call. False: the call has one already. NOT_ALLOWED_NOW where its queue keeps none. */
const addPhoneRecording = command({
  name: 'add-phone-recording',
  action: [],
  load: (ctx, input: Taken) => loadCall(ctx, input.callId),
  allow: () => false,
  async run(ctx, { call, activity }, { callId, ...file }) {
    const rule = await ruleOf(ctx, activity.queueId)
    if (!rule) throw new AppError('NOT_ALLOWED_NOW', 'its queue keeps no recordings', { problem: 'NOT_RECORDED' })
    if (await findRecording(ctx.tx, callId)) return { isKept: false }
    const made = await ctx.tx
      .insert(ctx.tx.t.callRecordings)
      .values({
        callId,
        origin: 'phone',
        state: 'ready',
        ...rule,
        ...file,
        askedAt: ctx.now,
        startedAt: call.answeredAt ?? call.startedAt,
        stoppedAt: call.endedAt ?? ctx.now,
        pauses: [],
        eraseAt: ctx.now + rule.keepDays * dayMs,
        version: 1,
      })
      .onConflictDoNothing()
      .returning({ callId: ctx.tx.t.callRecordings.callId })
    if (made.length > 0) await tellCall(ctx, call)
    return { isKept: made.length > 0 }
  },
})

/**
 * Takes the recording that a telephone system made of a call, whole; it has asked the caller itself. Twice is once.
 * `ms`: as the system says it, else it is read from the file. Refuses FILE_TYPE_REFUSED what is no sound, TOO_LARGE, and
 * NOT_ALLOWED_NOW where the call’s queue keeps no recordings.
 */
export async function takeRecording(
  services: Pick<Services, 'config' | 'clock' | 'execute'>,
  { callId, body, ms }: { callId: string; body: Readable; ms?: number },
): Promise<{ isKept: boolean }> {
  const { config, clock, execute } = services
  const fileId = newId(clock.now())
  const { size, head } = await writeBody(config.dataDir, fileId, body, recordingLimits.bytes)
  try {
    const { contentType } = await sniff(head)
    if (!contentType.startsWith('audio/') && contentType !== 'video/webm')
      throw new AppError('FILE_TYPE_REFUSED', 'it is no sound', { contentType })
    const length = ms ?? (await lengthOf(pathOf(config.dataDir, fileId)))
    const file = { fileId, contentType: contentType.replace('video/webm', 'audio/webm'), bytes: size, ms: length }
    const taken = await execute(addPhoneRecording, system, { callId, ...file })
    if (!taken.isKept) await removeBody(config.dataDir, fileId)
    return taken
  } catch (error) {
    await removeBody(config.dataDir, fileId)
    throw error
  }
}
