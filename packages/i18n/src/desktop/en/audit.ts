export const audit = {
  region: 'Audit',
  about: 'Who listened to which recording, and who changed whose account. Nobody can change or remove a line.',
  none: 'Nobody has listened to anything or changed an account yet',
  more: 'Show more',
  kinds: {
    listened: '{name} listened to a recording',
    added: '{name} added the account of {account}',
    edited: '{name} changed the account of {account}',
    roleChanged: '{name} changed the role of {account}',
    passwordSet: '{name} set a new password for {account}',
    closed: '{name} closed the account of {account}',
    reopened: '{name} opened the account of {account} again',
  },
} as const
