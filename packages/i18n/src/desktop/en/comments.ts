export const comments = {
  region: 'Comments',
} as const
