import { room } from '@care/contract'
import type { Audience, Push } from '../../kernel/module.ts'
import type { ChannelEvent } from './events.ts'

/** Only who may set up channels hears of them, and fetches. */
const changed = (): Push[] => [{ to: 'desk', rooms: [room.channels()], event: 'channels.changed', payload: {} }]

export const audience = {
  'channel.added': changed,
  'channel.edited': changed,
  'channel.switched': changed,
  'channel.removed': changed,
  'channel.healthChanged': changed,
  'intake.failed': changed,
  'intake.retried': changed,
  'intake.putAside': changed,
  'intake.broughtBack': changed,
} satisfies Audience<ChannelEvent>
