import { dayMs, isShortAbandon, localSlot } from '@care/domain'
import type { Row, RowMaker } from './rows.ts'

/** So far back figures are looked at. */
const shownMs = 35 * dayMs

type Note = (
  at: number,
  fact: Pick<Row<'facts'>, 'kind' | 'sourceId' | 'requestId' | 'value'> & Partial<Row<'facts'>>,
) => void

/** The facts that the commands would have written with these rows, of the last weeks. */
export function makeFacts({ rows, add }: RowMaker, now: number, timeZone: string): void {
  const note: Note = (at, fact) => {
    if (at >= now - shownMs && at <= now)
      add('facts', { isInTime: false, isShort: false, ...fact, ...localSlot(at, timeZone), at })
  }
  for (const { id: activityId, requestId, medium, queueId, operatorId, ...row } of rows.activities ?? []) {
    const { eligibleSince, acceptedAt, endedAt, endReason, startedAt } = row
    const about = { requestId, activityId, medium, queueId: queueId ?? null }
    const sourceId = `${activityId}@${eligibleSince}`
    note(startedAt, { ...about, kind: 'arrived', sourceId, value: 0 })
    if (acceptedAt && operatorId) {
      const value = acceptedAt - eligibleSince
      note(acceptedAt, { ...about, kind: 'accepted', sourceId, operatorId, value, isInTime: value <= 60_000 })
      if (endedAt)
        note(endedAt, {
          ...about,
          queueId: null,
          kind: 'handled',
          sourceId: `${activityId}@${acceptedAt}`,
          operatorId,
          value: endedAt - acceptedAt,
        })
    } else if (endReason === 'abandoned' && endedAt)
      note(endedAt, {
        ...about,
        kind: 'abandoned',
        sourceId,
        value: endedAt - eligibleSince,
        isShort: isShortAbandon(endedAt - eligibleSince),
      })
  }
  for (const { id, closedAt, closedById } of rows.requests ?? [])
    if (closedAt && closedById)
      note(closedAt, { kind: 'closed', sourceId: id, requestId: id, operatorId: closedById, value: 0 })
  firstResponses(rows, note)
  for (const { activityId, requestId, operatorId, score, createdAt } of rows.ratings ?? [])
    if (operatorId)
      note(createdAt, { kind: 'rated', sourceId: activityId, requestId, activityId, operatorId, value: score })
}

function firstResponses(rows: RowMaker['rows'], note: Note): void {
  const requestOf = new Map((rows.activities ?? []).map((row) => [row.id, row.requestId]))
  const createdAt = new Map((rows.requests ?? []).map((row) => [row.id, row.createdAt]))
  const first = new Map<string, Row<'messages'>>()
  for (const message of rows.messages ?? []) {
    const requestId = requestOf.get(message.activityId)
    if (requestId === undefined || message.authorKind !== 'operator') continue
    const known = first.get(requestId)
    if (!known || message.createdAt < known.createdAt) first.set(requestId, message)
  }
  for (const [requestId, { createdAt: at, authorId: operatorId, activityId }] of first) {
    const since = createdAt.get(requestId) ?? at
    if (operatorId)
      note(at, {
        kind: 'firstResponse',
        sourceId: `${requestId}@${since}`,
        requestId,
        activityId,
        operatorId,
        value: at - since,
      })
  }
}
