import { keyGroup } from '../../shared/keyboard/keys.ts'

/** The open task. Sending is the composer's own. */
export const talkKeys = keyGroup(
  'talk',
  4,
  {
    reply: ['r'],
    comment: ['n'],
    quickReplies: ['/'],
    send: ['Ctrl+Enter'],
    sendAndKeep: ['Ctrl+Shift+Enter'],
    transfer: ['t'],
    snooze: ['s'],
    close: ['e'],
    priority: ['p'],
    unread: ['u'],
    latest: ['End'],
  },
  {
    words: {
      reply: 'communication.reply',
      comment: 'communication.comment',
      send: 'communication.sendAndWait',
      sendAndKeep: 'communication.sendAndKeep',
      transfer: 'communication.transfer',
      snooze: 'snooze.snooze',
      close: 'communication.closeWithOutcome',
      unread: 'communication.markUnread',
    },
  },
)
