export const request = {
  region: 'Request details',
} as const
