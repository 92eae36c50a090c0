import type { Api, Mail, QueryOf, ResponseOf } from '@care/contract'
import { canChangeActivity } from '@care/domain'
import { and, desc, eq } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import { after, isFilled } from '../../../db/sql.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { visibleActivity } from '../../activities/index.ts'
import { mailboxFor } from '../mailbox.ts'

/** The mails of one activity, come and gone, latest first. NOT_FOUND also when one may not see it. */
export async function listMails(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  activityId: string,
  { cursor, limit }: QueryOf<Api['listMails']>,
): Promise<ResponseOf<Api['listMails']>> {
  const { loaded } = await visibleActivity({ store }, actor, activityId)
  const { mails } = store.t
  const at = readCursor(cursor, ['number', 'string'])
  const [rows, mailbox, own] = await Promise.all([
    selectMails(store.read)
      .where(
        and(
          eq(mails.activityId, activityId),
          at === null ? undefined : after(mails.createdAt, mails.id, { first: at[0], second: at[1] }),
        ),
      )
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(limit + 1),
    mailboxFor(store.read, { ...loaded.activity, activityId }),
    signatureOf(store.read, actor.id),
  ])
  const { items, nextCursor } = pageOf(rows, limit, (row) => [row.createdAt, row.id])
  const signature = [own, String(mailbox?.settings['signature'] ?? '')]
  return {
    items: items.map((row) => present(row, actor, loaded.activity)),
    nextCursor,
    isSetUp: mailbox !== null,
    signature: signature.filter((part) => part !== '').join('\n'),
  }
}

/** One mail, by its own id or by that of its message. */
export async function getMail(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  by: { mailId: string } | { messageId: string },
): Promise<Mail> {
  const { mails } = store.t
  const [row] = await selectMails(store.read).where(
    'mailId' in by ? eq(mails.id, by.mailId) : eq(mails.messageId, by.messageId),
  )
  if (!row) throw notFound('mail')
  const { loaded } = await visibleActivity({ store }, actor, row.activityId)
  return present(row, actor, loaded.activity)
}

/** Without what may be large and is read when it is looked at. */
function selectMails(db: Reader) {
  const { mails } = db.t
  return db
    .select({
      id: mails.id,
      messageId: mails.messageId,
      activityId: mails.activityId,
      operatorId: mails.operatorId,
      direction: mails.direction,
      fromAddress: mails.fromAddress,
      fromName: mails.fromName,
      toAddress: mails.toAddress,
      alsoTo: mails.alsoTo,
      cc: mails.cc,
      bcc: mails.bcc,
      subject: mails.subject,
      hasHtml: isFilled(mails.html),
      hasQuotedText: isFilled(mails.quotedText),
      hasQuotedHtml: isFilled(mails.quotedHtml),
      automatic: mails.automatic,
      problems: mails.problems,
      rawFileId: mails.rawFileId,
      inlineFiles: mails.inlineFiles,
      state: mails.state,
      createdAt: mails.createdAt,
      sendAfter: mails.sendAfter,
      sentAt: mails.sentAt,
      tries: mails.tries,
      error: mails.error,
      delivery: mails.delivery,
      deliveryNote: mails.deliveryNote,
    })
    .from(mails)
    .$dynamic()
}
type Row = Awaited<ReturnType<typeof selectMails>>[number]

function present(row: Row, actor: OperatorActor, activity: { operatorId: string | null }): Mail {
  const {
    operatorId,
    fromAddress,
    fromName,
    toAddress,
    alsoTo,
    rawFileId,
    inlineFiles,
    hasQuotedText,
    hasQuotedHtml,
    ...facts
  } = row
  const { state, direction, tries } = row
  const isOwn = operatorId === actor.id || canChangeActivity(actor, activity)
  const mayAct = direction === 'out' && isOwn && actor.permissions.has('tasks.handle')
  return {
    ...facts,
    from: direction === 'in' ? { address: fromAddress, name: fromName } : null,
    to: [{ address: toAddress, name: '' }, ...alsoTo],
    hasQuote: hasQuotedText || hasQuotedHtml,
    originalFileId: rawFileId,
    inlineFileIds: Object.values(inlineFiles),
    canCancel: state === 'waiting' && mayAct,
    canRetry: (state === 'failed' || (state === 'waiting' && tries > 0)) && mayAct,
  }
}

async function signatureOf(db: Reader, operatorId: string): Promise<string> {
  const { operators } = db.t
  const [row] = await db
    .select({ signature: operators.mailSignature })
    .from(operators)
    .where(eq(operators.id, operatorId))
  return row?.signature ?? ''
}
