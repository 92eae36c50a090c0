import { panelKinds, type Permission, rolesWith, type NotificationKind } from '@care/domain'
import { and, eq, inArray, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Ctx } from '../../kernel/command.ts'
import type { EventType, StoredEvent } from '../../kernel/event.ts'
import { type Handled, type Notice, spam } from './notify.ts'

type Notices = { [T in EventType]?: (event: StoredEvent<T>, ctx: Ctx) => Notice[] | Promise<Notice[]> }
type Settlings = { [T in EventType]?: (event: StoredEvent<T>) => Handled[] }

/** Who has the request to care for; read only for what a customer writes where nobody has it in progress. */
const assigneeOf = prepared('notify_assignee', (db) =>
  db
    .select({ assigneeId: db.t.requests.assigneeId })
    .from(db.t.requests)
    .where(eq(db.t.requests.id, sql.placeholder('requestId'))),
)
const people = (...ids: ReadonlyArray<string | null>): string[] => [...new Set(ids)].filter((id) => id !== null)

/** Commands that do the same to many requests, each in its turn. */
const inBulk: ReadonlySet<string> = new Set(['change-in-bulk', 'undo-in-bulk'])

/** Event → who is told what. Which of it reaches him, and how, is `notify`'s. */
export const notices: Notices = {
  'comment.added': ({ facts: { mentionIds, requestId, activityId, commentId } }) =>
    (mentionIds ?? []).map((to) => ({
      kind: 'mention',
      to,
      key: `mention:${commentId}`,
      requestId,
      activityId,
      commentId,
    })),
  'transfer.offered': ({ facts: { toId, requestId, activityId } }) => [
    { kind: 'transfer', to: toId, key: `transfer:${activityId}`, requestId, activityId },
  ],
  'transfer.declined': ({ facts }) => [unanswered('transferDeclined', facts)],
  'transfer.missed': ({ facts }) => [unanswered('transferMissed', facts)],
  'request.created': ({ facts: { assigneeId, requestId } }) => people(assigneeId).map((to) => assigned(to, requestId)),
  // A bulk run gives one many at once: he is told once, not ten thousand times.
  'request.assigned': ({ facts: { to, requestId }, command, correlationId }) =>
    people(to).map((id) => ({
      ...assigned(id, requestId),
      ...(inBulk.has(command) ? { key: `assigned:run:${correlationId}` } : {}),
    })),
  'task.accepted': ({ facts: { how, operatorId, requestId } }) =>
    how === 'assigned' ? [assigned(operatorId, requestId)] : [],
  'request.woke': ({ facts: { why, snoozedById, assigneeId, requestId } }) =>
    people(snoozedById, assigneeId).flatMap((to): Notice[] => {
      if (why === 'byHand') return []
      return [
        why === 'answer' ? answered(to, requestId) : { kind: 'snoozeOver', to, key: `snooze:${requestId}`, requestId },
      ]
    }),
  'todo.due': ({ facts: { ownerId, todoId, requestId } }) => [
    { kind: 'todoDue', to: ownerId, key: `todo:${todoId}`, requestId, subjectId: todoId },
  ],
  // Whoever can do something about it: see the whole house and bring people back to their desks.
  'queue.late': async ({ facts: { queueId } }, ctx) =>
    (await activeWith(ctx, 'operators.managePresence')).map((to) => ({
      kind: 'alert',
      to,
      key: `queueLate:${queueId}`,
      subjectId: queueId,
    })),
  // Every message passes here. Whoever has the talk in progress sees it in his tasks: nothing is read or written then.
  'message.received': async ({ facts: { operatorId, requestId } }, ctx) => {
    if (operatorId !== null) return []
    const [request] = await assigneeOf(ctx.tx, { requestId })
    return people(request?.assigneeId ?? null).map((to) => answered(to, requestId))
  },
}

async function activeWith({ tx }: Ctx, permission: Permission): Promise<string[]> {
  const { operators } = tx.t
  const rows = await tx
    .select({ id: operators.id })
    .from(operators)
    .where(and(operators.isActive, inArray(operators.role, rolesWith(permission))))
  return rows.map(({ id }) => id)
}
const assigned = (to: string, requestId: string): Notice => ({
  kind: 'assigned',
  to,
  key: `assigned:${requestId}`,
  requestId,
})
const answered = (to: string, requestId: string): Notice => ({
  kind: 'answered',
  to,
  key: `answered:${requestId}`,
  requestId,
})
const unanswered = (
  kind: 'transferDeclined' | 'transferMissed',
  facts: { operatorId: string; toId: string; requestId: string; activityId: string },
): Notice => ({
  kind,
  to: facts.operatorId,
  key: `transferAnswer:${facts.activityId}`,
  requestId: facts.requestId,
  activityId: facts.activityId,
  by: { kind: 'operator', id: facts.toId },
})

/** What asks somebody to work on a request; once it is closed nobody need. A mention is still a word to him. */
const ofWork: readonly NotificationKind[] = panelKinds.filter((kind) => kind !== 'mention' && kind !== 'todoDue')
const todoOver = ({ facts: { todoId } }: { facts: { todoId: string } }): Handled[] => [
  { kinds: ['todoDue'], about: { subjectId: todoId } },
]
const transferAnswers = ['transferDeclined', 'transferMissed'] as const
const answeredTransfer = ({ facts: { activityId } }: { facts: { activityId: string } }): Handled[] => [
  { kinds: ['transfer'], about: { activityId } },
]

/** Event → what of it is handled, whoever did it. */
export const settlings: Settlings = {
  'transfer.accepted': (event) => [
    ...answeredTransfer(event),
    { kinds: ['assigned'], of: event.facts.operatorId, about: { requestId: event.facts.requestId } },
  ],
  'transfer.declined': answeredTransfer,
  'transfer.missed': answeredTransfer,
  'transfer.withdrawn': answeredTransfer,
  'activity.ended': ({ facts: { activityId } }) => [{ kinds: ['transfer', ...transferAnswers], about: { activityId } }],
  'task.accepted': ({ facts: { requestId, operatorId, how } }) => [
    { kinds: ['answered'], about: { requestId } },
    // Who was given it unasked has yet to look.
    ...(how === 'assigned'
      ? []
      : [{ kinds: ['assigned', 'snoozeOver'], of: operatorId, about: { requestId } } as const]),
  ],
  'task.returned': ({ facts: { activityId, requestId, operatorId } }) => [
    { kinds: transferAnswers, about: { activityId } },
    { kinds: ['assigned'], of: operatorId, about: { requestId } },
  ],
  'request.assigned': ({ facts: { from, requestId } }) =>
    people(from).map((of) => ({ kinds: ['assigned', 'answered', 'snoozeOver'], of, about: { requestId } })),
  'request.snoozed': ({ facts: { requestId } }) => [{ kinds: ['snoozeOver', 'answered'], about: { requestId } }],
  'request.closed': ({ facts: { requestId, outcome } }) => [
    { kinds: outcome === spam ? panelKinds : ofWork, about: { requestId } },
  ],
  'queue.inTime': ({ facts: { queueId } }) => [{ kinds: ['alert'], about: { subjectId: queueId } }],
  'todo.done': todoOver,
  'todo.deleted': todoOver,
  'todo.edited': todoOver,
  // Who answers has read what he was asked.
  'comment.added': ({ actor, facts: { activityId } }) =>
    actor.kind === 'operator' && actor.id !== null ? [{ kinds: ['mention'], of: actor.id, about: { activityId } }] : [],
}
