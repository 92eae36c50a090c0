export const operators = {
  region: 'Operators',
  about: 'What each takes at once and can do. What waits is offered by it at once.',
  edit: 'Edit {name}',
  name: 'Name',
  nameNeeded: 'Give a name',
  places: 'At once',
  usual: 'Empty: {n}, the usual number',
  skills: 'Skills',
  skillsHint: 'With commas between. Work that needs one rings at those who have it first.',
  nothing: 'No queue and no skills',
} as const
