import { automaticNoticeHeaders } from '@care/domain/mail'
import { asc, lte, min, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import { system } from '../../kernel/actor.ts'
import type { Services } from '../../kernel/services.ts'
import type { Sweep } from '../../kernel/sweep.ts'
import type { ChannelRecord } from '../../modules/channels/index.ts'
import { sendingMailboxes, workspaceMark } from '../../modules/mails/index.ts'
import {
  type ClaimedNotices,
  claimNoticeMail,
  noticeLetter,
  type NoticeLetter,
  type NoticeMailEnd,
  noticesToMail,
  settleNoticeMail,
} from '../../modules/notifications/index.ts'
import { accessTo, noteTrouble, noteWell } from '../access.ts'
import { mailFields, mailSettings } from './fields.ts'
import { noticeMessageId } from './notice-id.ts'
import { handOver, refusalOf, transportFor, troubleOf } from './smtp.ts'
import { sideBySide } from './side-by-side.ts'
import type { Transports } from './transports.ts'

const due = prepared('sweep_notice_mails', (db) => {
  const { notifications } = db.t
  return db
    .select({ id: notifications.operatorId })
    .from(notifications)
    .where(lte(notifications.mailAt, sql.placeholder('now')))
    .groupBy(notifications.operatorId)
    .orderBy(asc(min(notifications.mailAt)))
    .limit(sql.placeholder('limit'))
})

/**
 * Mails operators what waits for them unread, where they want that (row X4): one mail for all that is due, from the first
 * mailbox that sends. It stands in no thread and no outbox. Without a mailbox nothing is sent, then or later.
 */
export function createNoticeMailSweep(): Sweep {
  return {
    name: 'send-notice-mails',
    everyMs: 5_000,
    find: async ({ store }, now, limit) => (await due(store.read, { now, limit })).map(({ id }) => id),
    ...sideBySide(sendNotices),
  }
}

async function sendNotices(services: Services, transports: Transports, operatorId: string): Promise<void> {
  const { execute, store, config } = services
  const claimed = await execute(claimNoticeMail, system, { operatorId })
  if (claimed === null) return
  const settle = (end: NoticeMailEnd): Promise<void> => execute(settleNoticeMail, system, { claimed, end })
  const [channel] = await sendingMailboxes(store.read)
  const notices = await noticesToMail(store.read, operatorId, claimed.ids)
  if (!channel || notices.length === 0) return settle('dropped')
  const letter = noticeLetter(notices, { language: claimed.language, publicUrl: config.publicUrl })
  try {
    await deliver(services, transports, channel, { claimed, letter })
  } catch (error) {
    const { isFinal, isOurs } = refusalOf(error)
    if (isOurs) await noteTrouble(services, channel, troubleOf(error), undefined, 'sending')
    return settle(isFinal ? 'dropped' : 'later')
  }
  await settle('sent')
  await noteWell(services, channel, 'sending')
}

async function deliver(
  services: Services,
  transports: Transports,
  channel: ChannelRecord,
  { claimed, letter }: { claimed: ClaimedNotices; letter: NoticeLetter },
): Promise<void> {
  const access = accessTo(services, { fields: mailFields }, channel, new AbortController().signal)
  const { address, senderName, smtp } = mailSettings(access.settings, access.secrets)
  await handOver(
    transports.of(channel, () => transportFor(smtp)),
    {
      from: { name: oneLine(senderName), address },
      to: claimed.to,
      subject: oneLine(letter.subject),
      text: letter.text,
      messageId: noticeMessageId(services.secrets, claimed.ids, address.split('@')[1] ?? 'invalid'),
      headers: automaticNoticeHeaders(workspaceMark(services.secrets)),
      // Servers that send for others take no mail without a return path but reports; what comes back opens nothing.
      envelope: { from: address, to: [claimed.to] },
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  )
}

const oneLine = (text: string): string => text.replace(/[\r\n]+/gu, ' ').trim()
