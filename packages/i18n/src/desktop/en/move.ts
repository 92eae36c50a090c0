export const move = {
  moveTo: 'Move activity to',
  newRequest: 'New request',
  noOtherRequest: 'No other open request',
  requestsDidNotLoad: 'Requests did not load',
  movedTo: 'Moved to REQ-{number}',
  otherCustomer: 'Move to another customer',
  otherAbout:
    'The talk leaves {name} and stands with the customer you choose. A visitor goes on seeing only his own words.',
  customer: 'Customer',
  request: 'Request',
  move: 'Move',
  chooseCustomer: 'Choose a customer',
  movedToCustomer: 'Moved to {name}, REQ-{number}',
  problems: {
    SAME_REQUEST: 'The activity is in this request already.',
    SAME_CUSTOMER: 'The activity is this customer’s already.',
    OTHER_CUSTOMER: 'That request is another customer’s.',
    FROM_CLOSED: 'Its request was closed meanwhile: activities of a closed request stay where they are.',
    TO_CLOSED: 'That request was closed meanwhile. Choose another one or a new one.',
  },
} as const
