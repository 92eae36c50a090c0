export const settings = {
  didNotLoad: 'This did not load',
  noRight: 'You do not have the right to change this. Ask your administrator.',
  archived: 'Archived',
  archive: 'Archive {name}',
  bringBack: 'Bring back {name}',
  members: { one: '{n} member', other: '{n} members' },
  findMember: 'Find an operator',
  nobodyFits: 'Nobody fits',
  moreMembers: { one: '{n} more: type to find them', other: '{n} more: type to find them' },
  between: 'A whole number from {min} to {max}',
  skillsWrong: {
    one: '{n} skill at most, each up to 50 characters',
    other: '{n} skills at most, each up to 50 characters',
  },
  overtaken: '{name} saved this meanwhile',
  loadTheirs: 'Load these',
} as const
