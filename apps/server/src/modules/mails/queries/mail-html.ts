import { eq } from '../../../db/drizzle.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { visibleActivity } from '../../activities/index.ts'

export interface MailHtml {
  /** Safe; null where there is only text. */
  html: string | null
  text: string
  /** Files that it shows in their place, by Content-ID. */
  inlineFiles: Readonly<Record<string, string>>
}

/** What a mail shows, or what it quotes. NOT_FOUND also when one may not see its activity. */
export async function mailHtml(
  { store }: Pick<Services, 'store'>,
  actor: OperatorActor,
  { mailId, part }: { mailId: string; part: 'body' | 'quote' },
): Promise<MailHtml> {
  const { mails, messages } = store.t
  const [row] = await store.read
    .select({
      activityId: mails.activityId,
      html: part === 'body' ? mails.html : mails.quotedHtml,
      text: part === 'body' ? messages.text : mails.quotedText,
      inlineFiles: mails.inlineFiles,
    })
    .from(mails)
    .innerJoin(messages, eq(messages.id, mails.messageId))
    .where(eq(mails.id, mailId))
  if (!row) throw notFound('mail')
  await visibleActivity({ store }, actor, row.activityId)
  return row
}
