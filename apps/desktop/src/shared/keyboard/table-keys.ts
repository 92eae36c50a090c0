import { keyGroup } from './keys.ts'

/** What all tables and lists of a screen have. */
export const tableKeys = keyGroup(
  'table',
  6,
  {
    next: ['j', 'ArrowDown'],
    previous: ['k', 'ArrowUp'],
    open: ['Enter', 'o'],
    choose: ['x', ' '],
    chooseRange: ['Shift+x'],
    search: ['/'],
    leave: ['Escape'],
  },
  { moves: ['next', 'previous', 'open', 'choose', 'chooseRange', 'leave'] },
)
