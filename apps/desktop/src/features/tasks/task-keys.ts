import { keyGroup } from '../../shared/keyboard/keys.ts'

/** In the list of tasks. */
export const taskKeys = keyGroup(
  'tasks',
  2,
  {
    next: ['j', 'ArrowDown'],
    previous: ['k', 'ArrowUp'],
    open: ['Enter', 'o'],
    assign: ['p'],
    openNext: ['Alt+ArrowDown'],
    openPrevious: ['Alt+ArrowUp'],
  },
  { moves: ['next', 'previous', 'open', 'assign', 'openNext', 'openPrevious'] },
)

/** What rings. */
export const offerKeys = keyGroup(
  'offer',
  3,
  { accept: ['a'], decline: ['Shift+a'] },
  { words: { decline: 'tasks.decline', accept: 'tasks.accept' } },
)
