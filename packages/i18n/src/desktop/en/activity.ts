export const activity = {
  region: 'Activity details',
} as const
