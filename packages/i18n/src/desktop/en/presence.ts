export const presence = {
  available: 'Available',
  busy: 'Busy',
  away: 'Away',
  offline: 'Offline',
} as const
