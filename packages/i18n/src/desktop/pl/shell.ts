import { translation } from '../../core.ts'
import type { shell as source } from '../en/shell.ts'

export const shell = translation<typeof source>()({
  mainNavigation: 'Główna nawigacja',
  myDesk: 'Moje biurko',
  keyboardShortcuts: 'Skróty klawiszowe',
  settings: 'Ustawienia',
})
