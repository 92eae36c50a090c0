import type { Message, NewLetter } from '@care/contract'
import { canChangeActivity, limits } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { appendMessage, loadActivity, refuseIfAnswered } from '../../activities/index.ts'
import { filesWithRows } from '../../files/index.ts'
import { forwarded } from '../forwarding.ts'
import { putInOutbox } from '../outbox.ts'

interface Letter extends Omit<NewLetter, 'html'> {
  activityId: string
  /** Made safe already; null where it says no more than its text. */
  html: string | null
  text: string
}

/**
 * Writes a mail in a mail activity (row E3): a message of its thread, and a mail in the outbox, held 10 s. Who has it in
 * progress may. Refuses other media and what is not in progress (NOT_ALLOWED_NOW), nothing to say (INVALID_INPUT), more
 * files than mail servers take (TOO_LARGE), and what a colleague answered meanwhile (THREAD_MOVED_ON); repeated under one
 * `clientMessageId` it changes nothing.
 */
export const sendMail = command({
  name: 'send-mail',
  action: 'tasks.handle',
  load: (ctx, { activityId }: Letter) => loadActivity(ctx, activityId),
  allow: ({ actor }, { activity }) => actor.kind === 'operator' && canChangeActivity(actor, activity),
  async run(ctx, thread, letter): Promise<Message> {
    const { activity } = thread
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    if (activity.state !== 'active' || activity.medium !== 'email')
      throw new AppError('NOT_ALLOWED_NOW', 'it is no mail in progress', { state: activity.state })
    refuseIfEmpty(letter)
    await refuseIfAnswered(ctx, activity, letter)
    const { text, html, subject, attachmentIds, pictureIds, clientMessageId } = letter
    const quote = letter.forwards === undefined ? null : await quoteOf(ctx, activity, letter.forwards)
    const known = await filesAtHand(ctx, activity.id, [
      ...attachmentIds,
      ...pictureIds,
      ...(quote?.attachmentIds ?? []),
    ])
    const message = await appendMessage(ctx, thread, {
      author: { kind: 'operator', id: ctx.actor.id, name: ctx.actor.name },
      clientMessageId,
      text,
      attachmentIds: [...attachmentIds, ...pictureIds].filter((id) => !known.includes(id)),
      sharedIds: known,
      fileOwner: `operator:${ctx.actor.id}`,
    })
    await putInOutbox(ctx, activity, {
      messageId: message.id,
      operatorId: ctx.actor.id,
      ...receivers(letter),
      subject,
      isNew: false,
      html: html ?? (quote?.quotedHtml ? htmlOfNothing : null),
      inlineFiles: { ...quote?.inlineFiles, ...Object.fromEntries(pictureIds.map((one) => [one, one])) },
      quotedText: quote?.quotedText ?? '',
      quotedHtml: quote?.quotedHtml ?? null,
    })
    return message
  },
})

/** Above what is forwarded without a word. */
const htmlOfNothing = '<br />'

function refuseIfEmpty({ text, attachmentIds, pictureIds, forwards }: Letter): void {
  const issue = (message: string) => ({ issues: [{ path: 'html', message }] })
  if (text.length > limits.message) throw new AppError('INVALID_INPUT', 'the text is too long', issue('too long'))
  if (text === '' && attachmentIds.length + pictureIds.length === 0 && forwards === undefined)
    throw new AppError('INVALID_INPUT', 'the mail says nothing', issue('empty'))
}

/** Which of these files the activity has already: of what is forwarded, or of what was taken back and is sent again. */
async function filesAtHand(ctx: Ctx, activityId: string, ids: readonly string[]): Promise<string[]> {
  const files = await filesWithRows(ctx.tx, [...new Set(ids)])
  if (files.reduce((sum, { size }) => sum + size, 0) > limits.mailFileBytes)
    throw new AppError('TOO_LARGE', 'mail servers do not take so much', { limit: limits.mailFileBytes })
  return files.filter((file) => file.activityId === activityId).map(({ id }) => id)
}

async function quoteOf(ctx: Ctx, activity: { id: string; customerId: string }, messageId: string) {
  const { customers } = ctx.tx.t
  const [customer] = await ctx.tx
    .select({ language: customers.language })
    .from(customers)
    .where(eq(customers.id, activity.customerId))
  return forwarded(ctx, { activityId: activity.id, messageId, language: customer?.language ?? null })
}

/** Each address once, in the first place that names it: nobody is shown who was to be hidden, nobody gets it twice. */
function receivers({ to, cc, bcc }: Pick<Letter, 'to' | 'cc' | 'bcc'>) {
  const known = new Set<string>()
  const once = (people: Letter['to']): Letter['to'] =>
    people.filter(({ address }) => {
      const folded = address.toLowerCase()
      return !known.has(folded) && known.add(folded)
    })
  const [first, ...alsoTo] = once(to)
  if (!first) throw new AppError('INVALID_INPUT', 'a mail needs a receiver')
  return { to: first.address, alsoTo, cc: once(cc), bcc: once(bcc) }
}
