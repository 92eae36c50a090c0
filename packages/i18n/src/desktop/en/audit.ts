export const audit = {
  region: 'Audit',
  about: 'Who listened to which recording. Nobody can change or remove a line.',
  none: 'Nobody has listened to anything yet',
  more: 'Show more',
  kinds: {
    listened: '{name} listened to a recording',
  },
} as const
