export const snoozeDialog = {
  until: 'Snooze until',
  time: 'Comes back at',
  wrongTime: 'A time from a minute to a year from now',
  wakesOnAnswer: 'Wake when the customer answers',
} as const
