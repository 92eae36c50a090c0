export const locations = {
  region: 'Locations',
  about: 'Outlets, shops and stores that requests belong to.',
  add: 'Add location',
  name: 'Name',
  off: 'off',
  turnOff: 'Switch {name} off',
  turnOn: 'Switch {name} on',
  none: 'No locations yet',
  noneText: 'Add one, then requests and sites can belong to it.',
  nameNeeded: 'A name is needed',
} as const
