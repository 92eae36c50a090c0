export const softphone = {
  keypad: 'Keypad',
  digits: 'Digits sent',
  press: 'Press {key}',
  states: {
    off: 'Phone line off',
    connecting: 'Phone line: connecting',
    registered: 'Phone line ready, {user}',
    lost: 'Phone line lost, trying again',
    refused: 'Phone line refused',
  },
  refusals: {
    password: 'The phone system does not accept the password. Ask your administrator.',
    forbidden: 'The phone system does not let this line in. Ask your administrator.',
    unknownLine: 'The phone system does not know this line. Ask your administrator.',
    other: 'The phone system refuses this line. Ask your administrator.',
  },
} as const
