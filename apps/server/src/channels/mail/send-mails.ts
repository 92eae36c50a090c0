import { ownMessageId } from '@care/domain/mail'
import { and, asc, inArray, lte } from '../../db/drizzle.ts'
import { system } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import type { Sweep } from '../../kernel/sweep.ts'
import type { ChannelRecord } from '../../modules/channels/index.ts'
import { readBody } from '../../modules/files/index.ts'
import { callbackToken } from '../../modules/callbacks/index.ts'
import {
  callbackMail,
  claimMail,
  isMailSetUp,
  mailboxFor,
  type MailToSend,
  mailToSend,
  settleMail,
  signedId,
  withCallbackLink,
  workspaceMark,
} from '../../modules/mails/index.ts'
import { accessTo, noteTrouble, noteWell } from '../access.ts'
import { composeMail } from './compose.ts'
import { mailFields, mailSettings } from './fields.ts'
import { filesOf, type LetterFile } from './letter-html.ts'
import { handOver, refusalOf, transportFor, troubleOf } from './smtp.ts'
import { sideBySide } from './side-by-side.ts'
import type { Transports } from './transports.ts'

/** Sends the mails of the outbox that are due, each by one process (row E3). While no mailbox sends, they wait. */
export function createMailSweep(): Sweep {
  return {
    name: 'send-mails',
    everyMs: 1_000,
    async find({ store }, now, limit) {
      const { mails } = store.t
      const due = await store.read
        .select({ id: mails.id })
        .from(mails)
        .where(and(inArray(mails.state, ['waiting', 'sending']), lte(mails.sendAfter, now)))
        .orderBy(asc(mails.sendAfter), asc(mails.id))
        .limit(limit)
      if (due.length === 0) return []
      return (await isMailSetUp(store.read)) ? due.map(({ id }) => id) : []
    },
    ...sideBySide(sendMail),
  }
}

async function sendMail(services: Services, transports: Transports, mailId: string): Promise<void> {
  const { execute, store, secrets } = services
  const outgoing = await mailToSend(store.read, mailId)
  if (!outgoing) return
  const { activity } = outgoing
  const channel = await mailboxFor(store.read, { ...activity, activityId: activity.id })
  if (!channel) return
  const signed = signedId(secrets, activity.id)
  const domain = String(channel.settings['address']).split('@')[1] ?? 'invalid'
  const claim = { mailId, channelId: channel.id, internetId: ownMessageId(signed, mailId, domain) }
  const claimed = await execute(claimMail, system, claim)
  if (claimed === null) return
  try {
    const refused = await deliver(services, transports, channel, outgoing, claimed.internetId)
    await execute(settleMail, system, { mailId, problem: null, refused })
    await noteWell(services, channel, 'sending')
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal.isOurs) await noteTrouble(services, channel, troubleOf(error), undefined, 'sending')
    await execute(settleMail, system, { mailId, problem: refusal, refused: [] })
  }
}

async function deliver(
  services: Services,
  transports: Transports,
  channel: ChannelRecord,
  outgoing: MailToSend,
  internetId: string,
): Promise<{ address: string; text: string }[]> {
  const { secrets, config } = services
  const access = accessTo(services, { fields: mailFields }, channel, new AbortController().signal)
  const mailbox = mailSettings(access.settings, access.secrets)
  const letter = composeMail(withLink(services, outgoing), {
    mailbox,
    signed: signedId(secrets, outgoing.activity.id),
    internetId,
    workspace: workspaceMark(secrets),
  })
  const transport = transports.of(channel, () => transportFor(mailbox.smtp))
  const { refused } = await handOver(transport, {
    ...letter,
    attachments: filesOf(outgoing, typeof letter.html === 'string' ? letter.html : null).map((one) =>
      attachmentOf(one, config.dataDir),
    ),
  })
  return refused
}

function withLink({ secrets, config }: Services, outgoing: MailToSend): MailToSend {
  if (outgoing.mail.automatic !== callbackMail) return outgoing
  const linkTo = (id: string): string => `${config.publicUrl}/callback#${callbackToken(secrets, id)}`
  return { ...outgoing, text: withCallbackLink(outgoing.text, linkTo) }
}

const attachmentOf = ({ file: { id, name, contentType }, cid }: LetterFile, dataDir: string) => ({
  filename: name,
  contentType,
  content: readBody(dataDir, id),
  ...(cid !== null && { cid, contentDisposition: 'inline' as const }),
})
