export const customer = {
  region: 'Customer details',
} as const
