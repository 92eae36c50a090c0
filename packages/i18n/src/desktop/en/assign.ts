export const assign = {
  title: 'Assign: {name}',
  button: 'Assign',
  to: 'Assign to',
  search: 'Find an operator',
  needed: 'Choose an operator',
  done: '{name} is with {to} now',
  notThere: '{name} is not at the desk; a live talk needs somebody who is there',
  lacks: 'lacks {skill}',
} as const
