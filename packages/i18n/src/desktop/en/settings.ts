export const settings = {
  didNotLoad: 'This did not load',
} as const
