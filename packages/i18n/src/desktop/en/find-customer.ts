export const findCustomer = {
  find: 'Find a customer',
  findHint: 'Name, email, phone or company',
  nobodyFound: 'Nobody found',
  newCustomer: 'New customer',
  chooseKnown: 'Choose a known customer',
  change: 'Choose another customer',
  needOne: 'Name, email or phone is needed',
} as const
