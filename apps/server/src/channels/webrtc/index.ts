import { relayFields } from '@care/domain/calls'
import { type ChannelKind, Unreadable } from '../channel.ts'
import { testRelays } from './test-relays.ts'

/** STUN and TURN servers of calls in the browser (row K1). Calls themselves come through the widget, not by it. */
export const webrtcChannel: ChannelKind = {
  kind: 'webrtc',
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
  limits: { text: 1, fileBytes: 1, filesPerMessage: 1, rawBytes: 1 },
  fields: relayFields,
  take: () => Promise.reject(new Unreadable('nothing comes in by it')),
  test: testRelays,
}
