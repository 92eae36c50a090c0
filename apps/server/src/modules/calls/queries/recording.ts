import type { CallRecording, WidgetCall } from '@care/contract'
import { mayListen, unpackPeaks } from '@care/domain/recording'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { findRecording, type RecordingRecord } from '../recording-store.ts'

/** Whether he may listen to it; that he sees its request has been checked. */
export async function canListen(db: Reader, actor: OperatorActor, row: RecordingRecord): Promise<boolean> {
  const listensToAll = actor.permissions.has('recordings.listen')
  return mayListen(row.listeners, {
    listensToAll,
    isOfTeam: !listensToAll && (await isOfTeam(db, actor.id, row.callId)),
  })
}

/** Who has or had the call, or is in charge of its request. */
async function isOfTeam(db: Reader, operatorId: string, callId: string): Promise<boolean> {
  const { activities, requests } = db.t
  const [row] = await db
    .select({ operatorId: activities.operatorId, assigneeId: requests.assigneeId })
    .from(activities)
    .innerJoin(requests, eq(requests.id, activities.requestId))
    .where(eq(activities.id, callId))
  return row !== undefined && (row.operatorId === operatorId || row.assigneeId === operatorId)
}

/** A call’s recording as this operator may know it; null when there is none. */
export async function recordingFor(db: Reader, actor: OperatorActor, callId: string): Promise<CallRecording | null> {
  const row = await findRecording(db, callId)
  if (!row) return null
  const may = row.state === 'ready' && (await canListen(db, actor, row))
  const { origin, state, startedAt, pausedSince, pauses, stoppedAt, ms, bytes, eraseAt } = row
  const times = { startedAt, pausedSince, pauses, stoppedAt }
  return { origin, state, ...times, ms, bytes, eraseAt, peaks: may ? unpackPeaks(row.peaks) : [], canListen: may }
}

const shown: Record<RecordingRecord['state'], WidgetCall['recording']> = {
  asked: 'asked',
  refused: 'refused',
  recording: 'recording',
  paused: 'paused',
  stopped: 'over',
  ready: 'over',
  failed: 'over',
  erased: 'over',
}

/** What the customer is told of it. */
export async function recordingForVisitor(db: Reader, callId: string): Promise<WidgetCall['recording']> {
  const row = await findRecording(db, callId)
  return row && shown[row.state]
}
