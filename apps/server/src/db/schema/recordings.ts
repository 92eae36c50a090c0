import { recordingListeners, type RecordingPause, recordingStates } from '@care/domain/recording'
import { sql } from '../drizzle.ts'
import type { Kit } from '../dialect/column-kit.ts'

/** What is kept of a call's sound (row K5), from the question to its erasure. */
export const defineRecordings = (k: Kit) => ({
  callRecordings: k.table(
    'call_recordings',
    {
      callId: k.id('call_id').primaryKey(),
      origin: k.oneOf('origin', ['browser', 'phone']).notNull(),
      state: k.oneOf('state', recordingStates).notNull(),
      /** As its queue had them when the customer was asked. */
      keepDays: k.int('keep_days').notNull(),
      listeners: k.oneOf('listeners', recordingListeners).notNull(),
      askedAt: k.instant('asked_at').notNull(),
      startedAt: k.instant('started_at'),
      pausedSince: k.instant('paused_since'),
      pauses: k.json<RecordingPause[]>('pauses').notNull(),
      stoppedAt: k.instant('stopped_at'),
      /** When its parts are joined, or that is tried again; null = not now. */
      finishAt: k.instant('finish_at'),
      finishTries: k.int('finish_tries').notNull().default(0),
      /** Its bytes on the disk, once they are whole. */
      fileId: k.id('file_id'),
      contentType: k.text('content_type'),
      bytes: k.int('bytes').notNull().default(0),
      /** Of what can be heard. */
      ms: k.int('ms').notNull().default(0),
      /** Packed, see `unpackPeaks`. */
      peaks: k.text('peaks').notNull().default(''),
      eraseAt: k.instant('erase_at'),
      version: k.int('version').notNull(),
    },
    (t) => [
      k
        .index('call_recordings_finish')
        .on(t.finishAt, t.callId)
        .where(sql`finish_at is not null`),
      k
        .index('call_recordings_erase')
        .on(t.eraseAt, t.callId)
        .where(sql`erase_at is not null`),
    ],
  ),
  /** A window records without a break: a pause, a hold, a reload and a transfer begin another one. */
  recordingSegments: k.table(
    'recording_segments',
    {
      id: k.id('id').primaryKey(),
      callId: k.id('call_id').notNull(),
      operatorId: k.id('operator_id').notNull(),
      startedAt: k.instant('started_at').notNull(),
      nextSeq: k.int('next_seq').notNull(),
      /** Of its latest part, so that the same once more is known. */
      lastHash: k.id('last_hash').notNull(),
      ms: k.int('ms').notNull(),
      isComplete: k.bool('is_complete').notNull(),
    },
    (t) => [k.index('recording_segments_call').on(t.callId, t.startedAt)],
  ),
  /** Gone when the recording is whole. */
  recordingChunks: k.table(
    'recording_chunks',
    {
      segmentId: k.id('segment_id').notNull(),
      seq: k.int('seq').notNull(),
      fileId: k.id('file_id').notNull(),
      bytes: k.int('bytes').notNull(),
      peaks: k.text('peaks').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.segmentId, t.seq] })],
  ),
})
