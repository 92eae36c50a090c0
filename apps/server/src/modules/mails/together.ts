import { threadingKeys, type IsRight, type ThreadedMail } from '@care/domain/mail'
import { eq, inArray } from '../../db/drizzle.ts'
import type { Reader } from '../../db/store.ts'

interface Named extends ThreadedMail {
  messageId: string
  from: { address: string } | null
  replyTo: readonly { address: string }[]
}

/** What mails have in common that may belong together: a person, or a mail that they are or name (rules 1, 34). */
export function namesOfMail(mail: Named, isRight: IsRight): string[] {
  const people = [mail.from, mail.replyTo[0]].flatMap((person) => (person ? [`person ${person.address}`] : []))
  return [`mail ${mail.messageId}`, ...people, ...mailsIn(mail, isRight).map((messageId) => `mail ${messageId}`)]
}

/** The same of the requests, as far as they are there, that a mail may belong to by what it names (rule 34). */
export async function namesOfItsRequests(db: Reader, mail: ThreadedMail, isRight: IsRight): Promise<string[]> {
  const { activities, mails, requests } = db.t
  const keys = threadingKeys(mail, isRight)
  const messageIds = mailsIn(mail, isRight)
  const ids = keys.flatMap((key) => ('id' in key ? [key.id] : []))
  const numbers = keys.flatMap((key) => (key.by === 'number' ? [key.number] : []))
  const [ofMails, ofActivities, ofNumbers] = await Promise.all([
    messageIds.length === 0
      ? []
      : db
          .select({ id: activities.requestId })
          .from(mails)
          .innerJoin(activities, eq(activities.id, mails.activityId))
          .where(inArray(mails.internetId, messageIds)),
    ids.length === 0 ? [] : db.select({ id: activities.requestId }).from(activities).where(inArray(activities.id, ids)),
    numbers.length === 0
      ? []
      : db
          .select({ id: requests.id, mergedIntoId: requests.mergedIntoId })
          .from(requests)
          .where(inArray(requests.number, numbers)),
  ])
  const all = [...ofMails, ...ofActivities].map(({ id }) => id)
  return [...all, ...ofNumbers.map(({ id, mergedIntoId }) => mergedIntoId ?? id)].map((id) => `request ${id}`)
}

const mailsIn = (mail: ThreadedMail, isRight: IsRight): string[] =>
  threadingKeys(mail, isRight).flatMap((key) => ('messageId' in key ? [key.messageId] : []))
