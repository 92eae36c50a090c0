import type { Access, ChannelKind } from '../channel.ts'
import { mailFields, mailSettings } from './fields.ts'
import { connectImap, testImap } from './imap.ts'
import { mailLimits } from './read/read-mail-types.ts'
import { testSmtp } from './smtp.ts'
import { takeMailIntake } from './take.ts'

/** Mailboxes: read by IMAP, answered by SMTP (rows E1 to E3, rules 33 to 38). */
export const mailChannel: ChannelKind = {
  kind: 'mail',
  medium: 'email',
  abilities: {
    canSend: true,
    canEdit: false,
    canDelete: false,
    showsTyping: false,
    showsRead: false,
    canSendFiles: true,
    canHold: false,
    canTransfer: false,
  },
  limits: { text: 20_000, fileBytes: 25 * 1024 * 1024, filesPerMessage: 10, rawBytes: mailLimits.mailBytes + 1 },
  fields: mailFields,
  take: takeMailIntake,
  takesBeside: true,
  sidesOf: ({ receives, sends }) => [
    ...(receives === 'nothing' ? [] : ['receiving' as const]),
    ...(sends === true ? ['sending' as const] : []),
  ],
  async test(access: Access, side) {
    const { receives, sends } = mailSettings(access.settings, access.secrets)
    if (side === 'receiving' && receives === 'imap') await testImap(access)
    if (side === 'sending' && sends) await testSmtp(access)
  },
  connectsWhen: ({ receives }) => receives === 'imap',
  connect: connectImap,
}
