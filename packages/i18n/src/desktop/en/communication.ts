export const communication = {
  region: 'Communication',
  messages: 'Messages',
  reply: 'Reply',
} as const
