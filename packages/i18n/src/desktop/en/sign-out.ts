export const signOut = {
  lead: {
    one: 'You have {n} open task. Say what becomes of it.',
    other: 'You have {n} open tasks. Say what becomes of each.',
  },
  tasks: 'Open tasks',
  forAll: 'For all',
  various: 'Different for each',
  fates: { return: 'Return to queue', keep: 'Keep it', transfer: 'Transfer', asked: 'Wait for the answer' },
  fateOf: 'What becomes of {name}',
  choose: 'Choose to whom',
  take: 'Choose',
  gone: 'Not with you any more',
  draft: 'A draft is not sent. It stays yours, nobody else gets it.',
  notThere: '{name} is not there any more. Choose somebody else.',
  wrapUps: {
    one: '{n} wrap-up ends with what is chosen in it so far.',
    other: '{n} wrap-ups end with what is chosen in them so far.',
  },
  offers: {
    one: '{n} offer that rings goes on to somebody else.',
    other: '{n} offers that ring go on to somebody else.',
  },
  cameMeanwhile: 'Another task has come meanwhile. Say what becomes of it too.',
  failed: 'Your tasks did not load',
  offline: 'No connection. You can sign out when it is back.',
} as const
