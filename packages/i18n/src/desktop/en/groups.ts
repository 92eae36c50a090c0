export const groups = {
  region: 'Groups',
  about: 'Operators who work together. A task can be handed to a group: its members are asked one after the other.',
  add: 'Add group',
  none: 'No groups yet',
  noneText: 'Without groups tasks are handed to an operator or a queue.',
  edit: 'Edit {name}',
  name: 'Name',
  nameNeeded: 'Give it a name',
  wait: 'Seconds until the queue is asked',
  waitHint: 'So long only members of the group are rung. Then the task is for everybody of its queue.',
} as const
