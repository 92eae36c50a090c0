import { translation } from '../../core.ts'
import type { shell as source } from '../en/shell.ts'

export const shell = translation<typeof source>()({
  mainNavigation: 'Основна навигация',
  myDesk: 'Моето бюро',
  keyboardShortcuts: 'Клавишни комбинации',
  settings: 'Настройки',
})
