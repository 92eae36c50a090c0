import { and, desc, eq, lt } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { type FileRecord, filesWithRows } from '../../files/index.ts'
import { isOutgoing, type MailRecord, type OutgoingRecord } from '../outbox.ts'

/** Everything that a mail of the outbox is made of. */
export interface MailToSend {
  mail: OutgoingRecord
  text: string
  files: FileRecord[]
  /** Files that the mail shows which it answers. */
  quotedFiles: FileRecord[]
  /** Of who wrote it. */
  signature: string
  /** The activity that its answer is to come back to. */
  activity: { id: string; queueId: string | null; source: string }
  /** The language of its customer; null when it is not known. */
  language: string | null
  /** The mail that came last before it, which it quotes; null when none came. */
  answers: { mail: MailRecord; text: string } | null
  /** Ids of the mails before it, the oldest first. */
  earlierIds: string[]
}

/** A mail of the outbox with its words, files and what it answers; null when it is not there. */
export async function mailToSend(db: Reader, mailId: string): Promise<MailToSend | null> {
  const { mails, messages, activities, customers, operators } = db.t
  const [row] = await db
    .select({
      mail: mails,
      text: messages.text,
      attachmentIds: messages.attachmentIds,
      activity: { id: activities.id, queueId: activities.queueId, source: activities.source },
      language: customers.language,
      signature: operators.mailSignature,
    })
    .from(mails)
    .innerJoin(messages, eq(messages.id, mails.messageId))
    .innerJoin(activities, eq(activities.id, mails.activityId))
    .innerJoin(customers, eq(customers.id, activities.customerId))
    .leftJoin(operators, eq(operators.id, mails.operatorId))
    .where(eq(mails.id, mailId))
  if (!row || !isOutgoing(row.mail)) return null
  const { mail, text, activity, language } = row
  const earlier = await db
    .select({ mail: mails, text: messages.text })
    .from(mails)
    .innerJoin(messages, eq(messages.id, mails.messageId))
    .where(and(eq(mails.activityId, activity.id), lt(mails.createdAt, mail.createdAt)))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(mostEarlier)
  const answers = earlier.find((one) => one.mail.direction === 'in' && one.mail.automatic === null) ?? null
  const isForward = mail.quotedText !== '' || mail.quotedHtml !== null
  const ids = [
    ...(answers?.mail.references ?? []),
    ...earlier.toReversed().flatMap((one) => (one.mail.internetId === null ? [] : [one.mail.internetId])),
  ]
  return {
    mail,
    text: mail.ownText ?? text,
    files: await filesWithRows(db, row.attachmentIds),
    quotedFiles: answers === null || isForward ? [] : await filesWithRows(db, Object.values(answers.mail.inlineFiles)),
    signature: row.signature ?? '',
    activity,
    language,
    answers,
    earlierIds: [...new Set(ids)],
  }
}

/** So many ids a header of References holds. */
const mostEarlier = 20
