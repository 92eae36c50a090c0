import type { Api, Mail, QueryOf, ResponseOf } from '@care/contract'
import { canChangeActivity } from '@care/domain'
import { and, desc, eq } from 'drizzle-orm'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after } from '../../../db/sql.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { visibleActivity } from '../../activities/index.ts'
import { isMailSetUp } from '../mailbox.ts'
import { isOutgoing, type OutgoingRecord } from '../outbox.ts'

/** The mails of one activity, latest first. NOT_FOUND also when one may not see it. */
export async function listMails(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  activityId: string,
  { cursor, limit }: QueryOf<Api['listMails']>,
): Promise<ResponseOf<Api['listMails']>> {
  const { loaded } = await visibleActivity({ store }, actor, activityId)
  const { mails } = store.t
  const at = readCursor(cursor, ['number', 'string'])
  const rows = await store.read
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.activityId, activityId),
        eq(mails.direction, 'out'),
        at === null ? undefined : after(mails.createdAt, mails.id, { first: at[0], second: at[1] }),
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id])
  return {
    items: items.filter(isOutgoing).map((row) => present(row, actor, loaded.activity)),
    nextCursor,
    isSetUp: await isMailSetUp(store.read),
  }
}

/** One mail, by its own id or by that of its message. */
export async function getMail(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  by: { mailId: string } | { messageId: string },
): Promise<Mail> {
  const { mails } = store.t
  const is = 'mailId' in by ? eq(mails.id, by.mailId) : eq(mails.messageId, by.messageId)
  const [row] = await store.read.select().from(mails).where(is)
  if (!row || !isOutgoing(row)) throw notFound('mail')
  const { loaded } = await visibleActivity({ store }, actor, row.activityId)
  return present(row, actor, loaded.activity)
}

function present(row: OutgoingRecord, actor: OperatorActor, activity: { operatorId: string | null }): Mail {
  const { id, messageId, activityId, toAddress, subject, state, createdAt, sendAfter, error } = row
  const isOwn = row.operatorId === actor.id || canChangeActivity(actor, activity)
  const canCancel = state === 'waiting' && isOwn && actor.permissions.has('tasks.handle')
  return { id, messageId, activityId, to: toAddress, subject, state, createdAt, sendAfter, error, canCancel }
}
