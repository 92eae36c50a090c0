/** What fields of customers and of requests have in common. */
export const ownFields = {
  yes: 'Yes',
  no: 'No',
  notNumber: 'This is not a number',
  notDate: 'This is not a date',
  required: 'Required',
  kinds: {
    text: 'Text',
    longText: 'Long text',
    number: 'Number',
    date: 'Date',
    choice: 'Choice',
    choices: 'Multiple choice',
    yesNo: 'Yes or no',
    person: 'Person',
  },
} as const
