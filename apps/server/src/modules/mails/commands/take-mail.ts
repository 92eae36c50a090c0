import { isOpenActivity, isTalkOver, limits } from '@care/domain'
import {
  isMailAddress,
  normalSubject,
  type AutomaticReason,
  type DeliveryReport,
  type IsRight,
} from '@care/domain/mail'
import { and, desc, eq, inArray, sql } from '../../../db/drizzle.ts'
import { prepared } from '../../../db/prepared.ts'
import { inTurn } from '../../../db/sql.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { appendMessage, type LoadedActivity, loadActivity, openActivity, revive } from '../../activities/index.ts'
import { isBlockedEmail } from '../../blocked-senders/index.ts'
import { findOrMakeCustomer } from '../../customers/index.ts'
import { claimFiles } from '../../files/index.ts'
import type { Mailbox } from '../mailbox.ts'
import { noteDelivery } from '../delivery.ts'
import { activityOfMail } from '../threading.ts'

/** What of who writes and who reads stands in a mail. */
export interface MailPerson {
  /** Folded. */
  address: string
  name: string
}

/** A mail as it was read. What its sender wrote, and trusted as such: see `readMail` of the mail channel. */
export interface ArrivedMail {
  messageId: string
  inReplyTo: readonly string[]
  references: readonly string[]
  from: MailPerson | null
  to: readonly MailPerson[]
  cc: readonly MailPerson[]
  replyTo: readonly MailPerson[]
  recipients: readonly string[]
  subject: string
  text: string
  visible: string
  quoted: string
  html: string | null
  quotedHtml: string | null
  automatic: AutomaticReason | null
  isOwnLoop: boolean
  /** It answers a mail that told an operator something: no customer's, whoever wrote it. */
  answersNotice: boolean
  report: DeliveryReport | null
  problems: readonly string[]
}

interface Input {
  mailbox: Mailbox
  mail: ArrivedMail
  /** Its files, uploaded by `fileOwner`. */
  fileIds: readonly string[]
  /** Those of them that the HTML shows, by Content-ID. */
  inlineFiles: Readonly<Record<string, string>>
  fileOwner: string
  rawFileId: string | null
  /** Whether a tag in an address or an id is ours. */
  isRight: IsRight
}

export interface TakenMail {
  /**
   * `known`: it came before. `own`: sent by ourselves. `report`: says what became of a mail of ours, `strayReport`: of none
   * that we know. `noticeAnswer`: to a mail that only told an operator something. Only what is `taken` stands in a thread.
   */
  outcome: 'taken' | 'known' | 'own' | 'blocked' | 'report' | 'strayReport' | 'noticeAnswer' | 'noSender'
  activityId: string | null
}

const nothing = (outcome: TakenMail['outcome']): TakenMail => ({ outcome, activityId: null })

/**
 * Takes one mail: into the thread that it belongs to (rule 34), else as a new activity of its sender (rules 1, E2). Once
 * for a Message-ID, whichever mailboxes it came to (rule 33).
 */
export const takeMail = command({
  name: 'take-mail',
  action: [],
  load: async (_ctx, input: Input) => input,
  allow: ({ actor }) => actor.kind === 'system',
  async run(ctx, input): Promise<TakenMail> {
    const { mailbox, mail } = input
    await inTurn(ctx.tx, `mail ${mail.messageId}`)
    const known = await cameBefore(ctx, mail.messageId)
    if (known !== null) return { outcome: 'known', activityId: known }
    if (mail.report && (await noteDelivery(ctx, mail.report, mail.recipients, input.isRight))) return nothing('report')
    const sender = senderOf(mail)
    if (!sender) return nothing('noSender')
    if (mail.isOwnLoop || mailbox.ownAddresses.includes(withoutPlus(sender.address))) return nothing('own')
    if (await isBlockedEmail(ctx.tx, sender.address)) return nothing('blocked')
    if (mail.answersNotice) return nothing('noticeAnswer')
    if (mail.report && (await isStray(ctx, input, sender))) return nothing('strayReport')
    const thread = await threadOf(ctx, input, sender)
    const message = await appendMessage(ctx, thread, {
      author: { kind: 'customer', id: thread.activity.customerId, name: sender.name || sender.address },
      clientMessageId: `mail-${ctx.newId()}`,
      text: mail.visible.slice(0, mostLetters),
      attachmentIds: input.fileIds,
      fileOwner: input.fileOwner,
      isAutomatic: mail.automatic !== null,
    })
    if (input.rawFileId !== null) await claimFiles(ctx, [input.rawFileId], input.fileOwner, thread.activity.id)
    await store(ctx, input, sender, { messageId: message.id, activityId: thread.activity.id })
    return { outcome: 'taken', activityId: thread.activity.id }
  },
})

/** A thread shows so much of a mail; all of it is in the file. */
const mostLetters = 200_000

/** A report about none of our mails, in no thread of ours: there is no message that it could be put to (rule 36). */
const isStray = async (ctx: Ctx, { mail, isRight }: Input, sender: MailPerson): Promise<boolean> =>
  (await activityOfMail(ctx, { ...mail, fromAddress: sender.address }, isRight)) === null

/** Of a form's robot the person is meant whom it names. */
function senderOf({ from, replyTo, automatic }: ArrivedMail): MailPerson | null {
  const [other] = replyTo
  return from !== null && automatic === null && other && /no-?reply/u.test(from.address) ? other : from
}

const withoutPlus = (address: string): string => address.replace(/\+[^@]*(?=@)/u, '')

const byMessageId = prepared('mail_by_message_id', (db) => {
  const { mails } = db.t
  return db
    .select({ activityId: mails.activityId })
    .from(mails)
    .where(and(eq(mails.internetId, sql.placeholder('internetId')), eq(mails.direction, 'in')))
})

async function cameBefore(ctx: Ctx, internetId: string): Promise<string | null> {
  const [row] = await byMessageId(ctx.tx, { internetId })
  return row?.activityId ?? null
}

/** The mail activity that it goes on with, or a new one in the same request, or of its sender. */
async function threadOf(ctx: Ctx, input: Input, sender: MailPerson): Promise<LoadedActivity> {
  const { mail, isRight } = input
  const found = await activityOfMail(ctx, { ...mail, fromAddress: sender.address }, isRight)
  if (found === null) return beginWith(ctx, input, sender)
  const meant = await loadActivity(ctx, found)
  const talk = meant.activity.medium === 'email' ? meant : await mailActivityOf(ctx, meant)
  if (talk === null) return beginIn(ctx, input, meant)
  if (!isTalkOver(talk.activity.state)) return talk
  // What a machine wrote wakes nobody (rule 36).
  if (mail.automatic !== null) return talk
  return (await revive(ctx, talk)) ?? beginIn(ctx, input, talk)
}

/** An answer to what was mailed out of a chat goes on in the mails of its request (rule 38). */
async function mailActivityOf(ctx: Ctx, { activity: chat }: LoadedActivity): Promise<LoadedActivity | null> {
  const { activities } = ctx.tx.t
  const rows = await ctx.tx
    .select({ id: activities.id, state: activities.state })
    .from(activities)
    .where(and(eq(activities.requestId, chat.requestId), inArray(activities.medium, ['email'])))
    .orderBy(desc(activities.startedAt), desc(activities.id))
    .limit(20)
  const row = rows.find(({ state }) => isOpenActivity(state)) ?? rows[0]
  return row ? loadActivity(ctx, row.id) : null
}

const incoming = ({ mailbox, mail }: Input) => ({
  medium: 'email' as const,
  queueId: mailbox.queueId,
  typeId: mailbox.typeId,
  text: mail.visible.slice(0, limits.description),
  title: normalSubject(mail.subject),
  fallbackTitle: mailbox.address,
  source: mailbox.address,
  skills: [],
  locationId: mailbox.locationId,
  siteId: null,
  visitorId: null,
})

async function beginWith(ctx: Ctx, input: Input, sender: MailPerson): Promise<LoadedActivity> {
  const customer = await findOrMakeCustomer(ctx, { name: sender.name, email: sender.address })
  return openActivity(ctx, { ...incoming(input), customerId: customer.id })
}

/** In the request that it belongs to, as long as that can be gone on with; else as rule 10 says. */
function beginIn(ctx: Ctx, input: Input, { request, type, activity }: LoadedActivity): Promise<LoadedActivity> {
  const into = request.category === 'closed' ? undefined : { request, type }
  const queueId = activity.queueId ?? request.queueId ?? input.mailbox.queueId
  const { customerId } = request
  return openActivity(ctx, { ...incoming(input), customerId, queueId, ...(into && { into }) })
}

async function store(
  ctx: Ctx,
  { mailbox, mail, rawFileId, inlineFiles }: Input,
  sender: MailPerson,
  ids: { messageId: string; activityId: string },
): Promise<void> {
  const others = [...mail.to, ...mail.cc].filter(
    ({ address }) => isMailAddress(address) && withoutPlus(address) !== mailbox.address,
  )
  await ctx.tx.insert(ctx.tx.t.mails).values({
    id: ctx.newId(),
    ...ids,
    direction: 'in',
    channelId: mailbox.channelId,
    operatorId: null,
    internetId: mail.messageId,
    inReplyTo: [...mail.inReplyTo],
    references: mail.references.slice(-mostReferences),
    fromAddress: sender.address,
    fromName: sender.name,
    toAddress: mailbox.address,
    cc: others,
    subject: mail.subject,
    html: mail.html,
    inlineFiles: { ...inlineFiles },
    quotedText: mail.quoted,
    quotedHtml: mail.quotedHtml,
    automatic: mail.automatic,
    problems: [...mail.problems],
    rawFileId,
    state: 'received',
    createdAt: ctx.now,
    sendAfter: null,
    tries: 0,
  })
}

/** What answers a mail names so many ids before it: a thread of years would make a header of its own size. */
const mostReferences = 50
