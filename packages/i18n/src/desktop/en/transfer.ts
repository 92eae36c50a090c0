export const transfer = {
  pending: '{name} is asked to take this over',
  pendingText: 'It stays with you until then.',
  withdraw: 'Ask no more',
} as const
