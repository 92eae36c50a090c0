import { keyGroup } from '../shared/keyboard/keys.ts'
import { pages } from './pages.ts'

/** What can be done from anywhere on the desk. */
export const deskKeys = keyGroup(
  'desk',
  1,
  { palette: ['Ctrl+k'], addRequest: ['c'], addTodo: ['f'], details: ['i'], help: ['?'] },
  { words: { addTodo: 'shell.addTodo', help: 'shell.keyboardShortcuts' }, moves: ['palette'] },
)

type PageId = (typeof pages)[number]['id']
const ofPages = <T>(of: (page: (typeof pages)[number]) => T) =>
  Object.fromEntries(pages.map((page) => [page.id, of(page)])) as Record<PageId, T>

/** `g` and then a letter goes to a screen: those of `pages` have theirs there. */
export const goKeys = keyGroup(
  'go',
  7,
  {
    desk: ['g d'],
    ...ofPages(({ key }) => [`g ${key}`]),
    numbers: ['g p'],
    snoozed: ['g z'],
    notifications: ['g n'],
    settings: ['g ,'],
  },
  {
    words: {
      desk: 'shell.myDesk',
      ...ofPages(({ word }) => word),
      numbers: 'shell.myNumbers',
      snoozed: 'snooze.snoozed',
      notifications: 'shell.notifications',
      settings: 'shell.settings',
    },
  },
)
