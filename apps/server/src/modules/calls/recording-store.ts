import { dayMs } from '@care/domain'
import { recordingRestMs, type RecordingStep, type RecordingTimes, stepRecording } from '@care/domain/recording'
import { and, asc, eq, inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Ctx } from '../../kernel/command.ts'
import { findActivity } from '../activities/index.ts'
import { oweRemoval } from '../files/index.ts'
import { type CallRecord, findCall, type Line, noteLine, tellCall } from './store.ts'

export type RecordingRecord = Reader['t']['callRecordings']['$inferSelect']
export type SegmentRecord = Reader['t']['recordingSegments']['$inferSelect']
export type ChunkRecord = Reader['t']['recordingChunks']['$inferSelect']

export async function findRecording(db: Reader, callId: string): Promise<RecordingRecord | null> {
  const { callRecordings } = db.t
  const [row] = await db.select().from(callRecordings).where(eq(callRecordings.callId, callId))
  return row ?? null
}

/** In the order in which they were recorded. */
export function segmentsOf(db: Reader, callId: string): Promise<SegmentRecord[]> {
  const { recordingSegments } = db.t
  return db
    .select()
    .from(recordingSegments)
    .where(eq(recordingSegments.callId, callId))
    .orderBy(asc(recordingSegments.startedAt), asc(recordingSegments.id))
}

/** In their order within each segment. */
export async function chunksOf(db: Reader, segmentIds: readonly string[]): Promise<ChunkRecord[]> {
  if (segmentIds.length === 0) return []
  const { recordingChunks } = db.t
  return db
    .select()
    .from(recordingChunks)
    .where(inArray(recordingChunks.segmentId, [...segmentIds]))
    .orderBy(asc(recordingChunks.segmentId), asc(recordingChunks.seq))
}

type Fields = Partial<Omit<RecordingRecord, 'callId' | 'version'>>

/** Writes what a recording is now; CONFLICT where another process was faster. */
export async function writeRecording(ctx: Ctx, row: RecordingRecord, fields: Fields): Promise<RecordingRecord> {
  const { callRecordings } = ctx.tx.t
  const [written] = await ctx.tx
    .update(callRecordings)
    .set({ ...fields, version: row.version + 1 })
    .where(and(eq(callRecordings.callId, row.callId), eq(callRecordings.version, row.version)))
    .returning()
  if (!written) throw new AppError('CONFLICT', 'the recording has changed meanwhile')
  return written
}

const linesOf: Partial<Record<RecordingTimes['state'], Line['kind']>> = {
  refused: 'recordingRefused',
  paused: 'recordingPaused',
  stopped: 'recordingStopped',
}

/** One step of its life, written, with its line in the call; null when it cannot happen now. */
export async function takeRecordingStep(
  ctx: Ctx,
  call: CallRecord,
  row: RecordingRecord,
  step: RecordingStep,
): Promise<CallRecord | null> {
  const next = stepRecording(row, step, ctx.now)
  if (!next) return null
  const isOver = next.state === 'stopped'
  await writeRecording(ctx, row, {
    ...next,
    pauses: [...next.pauses],
    ...(isOver && { finishAt: ctx.now + recordingRestMs, eraseAt: ctx.now + row.keepDays * dayMs }),
  })
  if (next.state === 'refused') await dropParts(ctx, row.callId)
  const kind = next.state === 'recording' ? (step === 'agree' ? 'recordingStarted' : 'recordingResumed') : null
  return noteLine(ctx, call, { kind: kind ?? linesOf[next.state] ?? 'recordingStopped' })
}

/** Forgets the parts of a recording; their bytes go after the commit. */
export async function dropParts(ctx: Ctx, callId: string): Promise<void> {
  const { recordingSegments, recordingChunks } = ctx.tx.t
  const segments = await ctx.tx
    .delete(recordingSegments)
    .where(eq(recordingSegments.callId, callId))
    .returning({ id: recordingSegments.id })
  if (segments.length === 0) return
  const chunks = await ctx.tx
    .delete(recordingChunks)
    .where(
      inArray(
        recordingChunks.segmentId,
        segments.map(({ id }) => id),
      ),
    )
    .returning({ fileId: recordingChunks.fileId })
  oweRemoval(
    ctx,
    chunks.map(({ fileId }) => fileId),
  )
}

/** How the queue of a call keeps recordings; null: it keeps none. */
export async function ruleOf(ctx: Ctx, queueId: string | null) {
  if (queueId === null) return null
  const { queues } = ctx.tx.t
  const [queue] = await ctx.tx.select().from(queues).where(eq(queues.id, queueId))
  return queue?.recordsCalls ? { keepDays: queue.recordingDays, listeners: queue.recordingListeners } : null
}

/** Whether calls of this queue are recorded. */
export const keepsRecordings = async (ctx: Ctx, queueId: string | null): Promise<boolean> =>
  (await ruleOf(ctx, queueId)) !== null

export const hasRecording = async (ctx: Ctx, callId: string): Promise<boolean> =>
  (await findRecording(ctx.tx, callId)) !== null

/** A phone system has recorded a call, and its file cannot be had: the call says so. Nothing where it has a recording. */
export async function noteLostRecording(ctx: Ctx, callId: string): Promise<void> {
  const call = await findCall(ctx.tx, callId)
  const rule = await ruleOf(ctx, (await findActivity(ctx.tx, callId))?.activity.queueId ?? null)
  if (!call || !rule) return
  const times = { askedAt: ctx.now, startedAt: call.answeredAt ?? call.startedAt, stoppedAt: call.endedAt ?? ctx.now }
  const made = await ctx.tx
    .insert(ctx.tx.t.callRecordings)
    .values({ callId, origin: 'phone', state: 'failed', ...rule, ...times, pauses: [], version: 1 })
    .onConflictDoNothing()
    .returning({ callId: ctx.tx.t.callRecordings.callId })
  if (made.length > 0) await tellCall(ctx, call)
}

/**
 * Somebody has answered: where the queue records, the customer is asked, once in a call; a recording ends where the call
 * goes on in a queue that keeps none. Nobody can be asked who is not in the widget.
 */
export async function followQueue(ctx: Ctx, call: CallRecord): Promise<CallRecord> {
  const activity = (await findActivity(ctx.tx, call.activityId))?.activity
  const rule = await ruleOf(ctx, activity?.queueId ?? null)
  const known = await findRecording(ctx.tx, call.activityId)
  if (!rule) return known ? endRecording(ctx, call) : call
  if (known || (activity?.visitorId ?? null) === null) return call
  await ctx.tx.insert(ctx.tx.t.callRecordings).values({
    callId: call.activityId,
    origin: 'browser',
    state: 'asked',
    ...rule,
    askedAt: ctx.now,
    pauses: [],
    version: 1,
  })
  return noteLine(ctx, call, { kind: 'recordingAsked' })
}

/** The call is over, or nothing more of it is to be recorded; what has ended before stays as it is. */
export async function endRecording(ctx: Ctx, call: CallRecord): Promise<CallRecord> {
  const row = await findRecording(ctx.tx, call.activityId)
  return (row && (await takeRecordingStep(ctx, call, row, 'end'))) ?? call
}
