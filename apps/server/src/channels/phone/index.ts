import { ChannelTrouble, type Access, type ChannelKind, type Delivery } from '../channel.ts'
import { answerPhone } from './answer.ts'
import { dialJob } from './dial.ts'
import type { Dialect } from './dialects/dialect.ts'
import { dialectOf } from './dialects/index.ts'
import type { Module } from '../../kernel/module.ts'
import { dialPhone, fetchPhoneRecording } from '../../modules/phone/index.ts'
import { fetchRecordingJob } from './fetch-recording.ts'
import { phoneFields } from './fields.ts'
import { takePhoneIntake } from './take.ts'

const speaks = ({ settings }: Pick<Access, 'settings'>): Dialect => dialectOf(settings['dialect'])

/** Phone systems: they tell of calls by signed hooks, ask who is to ring, and are asked to dial (rows K2, K3; ADR 0032). */
export const phoneChannel: ChannelKind = {
  kind: 'phone',
  medium: 'call',
  abilities: {
    canSend: false,
    canEdit: false,
    canDelete: false,
    showsTyping: false,
    showsRead: false,
    canSendFiles: false,
    canHold: true,
    canTransfer: true,
  },
  limits: { text: 0, fileBytes: 0, filesPerMessage: 0, rawBytes: 64 * 1024 },
  fields: phoneFields,
  verify: (delivery: Delivery, access: Access) => speaks(access).verify(delivery, access),
  parse: (delivery, access) => speaks(access).parse(delivery),
  take: takePhoneIntake,
  answer: answerPhone,
  async test(access) {
    if (!access.secrets['secret']) throw new ChannelTrouble('WRONG_CREDENTIALS', 'no secret is set')
    await speaks(access).test?.(access)
  },
}

/** Has phone systems dial what the desk asks for, and fetches what they have recorded. */
export const phoneDialing: Module = {
  name: 'channel:phone',
  jobs: { [dialPhone]: dialJob, [fetchPhoneRecording]: fetchRecordingJob },
}
