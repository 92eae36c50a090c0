export const setUp = {
  name: 'Name',
  passwordHint: { one: 'At least {n} character', other: 'At least {n} characters' },
  title: 'Set up Care Desktop',
  button: 'Create administrator',
  noToken: 'This address is not complete. Open the whole link that the first start printed.',
  tokenOver: 'This link has been used or is wrong. Start the server again to get a new one.',
} as const
