export const shell = {
  mainNavigation: 'Main navigation',
  myDesk: 'My desk',
  keyboardShortcuts: 'Keyboard shortcuts',
  settings: 'Settings',
} as const
