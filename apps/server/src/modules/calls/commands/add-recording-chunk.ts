import { placeOfChunk, recordingLimits, recordingRestMs, recordingSlackMs } from '@care/domain/recording'
import { and, eq } from '../../../db/drizzle.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import {
  findRecording,
  type RecordingRecord,
  type SegmentRecord,
  segmentsOf,
  writeRecording,
} from '../recording-store.ts'
import { type LoadedCall, loadCall } from '../store.ts'

export interface NewChunk {
  callId: string
  segmentId: string
  seq: number
  /** Of its sound, and since its segment began. */
  ms: number
  agoMs: number
  peaks: string
  isLast: boolean
  /** Its bytes, on the disk already. */
  fileId: string
  size: number
  hash: string
}

const notRecorded = () => new AppError('NOT_ALLOWED_NOW', 'it is not recorded', { problem: 'NOT_RECORDED' })

/** Whoever has or had the call begins segments, whoever began one adds to it; to others the call does not exist. */
async function loadSegment(ctx: Ctx, { callId, segmentId }: NewChunk) {
  const loaded = await loadCall(ctx, callId)
  const all = await segmentsOf(ctx.tx, callId)
  const segment = all.find(({ id }) => id === segmentId) ?? null
  if (ctx.actor.kind !== 'operator' || !isHis(loaded, segment, ctx.actor.id)) throw notFound('call')
  const recording = await findRecording(ctx.tx, callId)
  return { recording, segment, segments: all.length }
}
const isHis = ({ activity, seats }: LoadedCall, segment: SegmentRecord | null, operatorId: string): boolean =>
  segment
    ? segment.operatorId === operatorId
    : activity.operatorId === operatorId ||
      seats.some(({ side, personId }) => side === 'operator' && personId === operatorId)

/** Since when a segment runs; refuses one that began in a pause, after the end, or runs longer than it can. */
function startOf(ctx: Ctx, recording: RecordingRecord, segment: SegmentRecord | null, chunk: NewChunk): number {
  const startedAt = segment?.startedAt ?? Math.max(recording.startedAt ?? 0, ctx.now - chunk.agoMs)
  const until = recording.pausedSince ?? recording.stoppedAt ?? ctx.now
  if (startedAt > until) throw notRecorded()
  if ((segment?.ms ?? 0) + chunk.ms > until - startedAt + recordingSlackMs)
    throw new AppError('INVALID_INPUT', 'more sound than time', { issues: [{ path: 'ms', message: 'too long' }] })
  return startedAt
}

/**
 * The next part of a recording (row K5): only in its turn, so that a lost one is seen and sent again. The same part again
 * changes nothing and says so (`isKept`). Refuses with CONFLICT and the number that is next what is out of order, with
 * NOT_ALLOWED_NOW what is not recorded, is over, or is whole already, with TOO_LARGE what is longer than a day.
 */
export const addRecordingChunk = command({
  name: 'add-recording-chunk',
  action: 'tasks.handle',
  load: (ctx, input: NewChunk) => loadSegment(ctx, input),
  allow: () => true,
  async run(ctx, { recording, segment, segments }, chunk) {
    const isOpen = recording && ['recording', 'paused', 'stopped'].includes(recording.state)
    if (!isOpen || recording.startedAt === null) throw notRecorded()
    const nextSeq = segment?.nextSeq ?? 0
    const place = placeOfChunk({ nextSeq, lastHash: segment?.lastHash ?? null }, chunk)
    if (place === 'again') return { nextSeq, isKept: false }
    if (place === 'outOfOrder') throw new AppError('CONFLICT', 'another part is next', { nextSeq })
    if (segment?.isComplete)
      throw new AppError('NOT_ALLOWED_NOW', 'its last part is there', { problem: 'SEGMENT_OVER' })
    if (!segment && segments >= recordingLimits.segments)
      throw new AppError('NOT_ALLOWED_NOW', 'it began anew too often', { problem: 'TOO_MANY_SEGMENTS' })
    if (recording.bytes + chunk.size > recordingLimits.bytes)
      throw new AppError('TOO_LARGE', 'the recording is too long', { limit: recordingLimits.bytes })
    const startedAt = startOf(ctx, recording, segment, chunk)
    await writeSegment(ctx, segment, chunk, startedAt)
    await ctx.tx.insert(ctx.tx.t.recordingChunks).values({
      segmentId: chunk.segmentId,
      seq: chunk.seq,
      fileId: chunk.fileId,
      bytes: chunk.size,
      peaks: chunk.peaks,
    })
    const isWhole = chunk.isLast && (await segmentsOf(ctx.tx, chunk.callId)).every(({ isComplete }) => isComplete)
    await writeRecording(ctx, recording, {
      bytes: recording.bytes + chunk.size,
      ...(recording.state === 'stopped' && { finishAt: isWhole ? ctx.now : ctx.now + recordingRestMs }),
    })
    return { nextSeq: chunk.seq + 1, isKept: true }
  },
})

async function writeSegment(
  ctx: Ctx,
  segment: SegmentRecord | null,
  chunk: NewChunk,
  startedAt: number,
): Promise<void> {
  const { recordingSegments } = ctx.tx.t
  const now = { nextSeq: chunk.seq + 1, lastHash: chunk.hash, isComplete: chunk.isLast }
  if (!segment) {
    const operatorId = ctx.actor.kind === 'operator' ? ctx.actor.id : ''
    const { segmentId: id, callId, ms } = chunk
    const made = await ctx.tx
      .insert(recordingSegments)
      .values({ id, callId, operatorId, startedAt, ms, ...now })
      .onConflictDoNothing()
      .returning({ id: recordingSegments.id })
    // A name that a segment of another call has.
    if (made.length === 0) throw notFound('call')
    return
  }
  const [row] = await ctx.tx
    .update(recordingSegments)
    .set({ ...now, ms: segment.ms + chunk.ms })
    .where(and(eq(recordingSegments.id, segment.id), eq(recordingSegments.nextSeq, chunk.seq)))
    .returning({ id: recordingSegments.id })
  if (!row) throw new AppError('CONFLICT', 'another part is next', { nextSeq: segment.nextSeq })
}
