export const comments = {
  region: 'Comments',
  add: 'Add a comment for your team',
  send: 'Add comment',
  count: { one: '{n} on this activity', other: '{n} on this activity' },
  earlier: { one: '{n} earlier', other: '{n} earlier' },
  showEarlier: 'Show earlier',
  none: 'No comments on this chat',
  noneHere: 'No comments on this activity',
  didNotLoad: 'Comments did not load',
  sending: 'Sending',
} as const
