export const mentions = {
  told: 'Will be told',
  cannotSee: 'may not see this',
  remove: 'Do not mention {name}',
  list: 'Colleagues to mention',
  none: 'Nobody who may see this has such a name.',
  didNotLoad: 'Colleagues did not load',
} as const
