export const journey = {
  region: 'Customer journey',
} as const
