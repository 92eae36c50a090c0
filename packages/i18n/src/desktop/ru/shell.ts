import { translation } from '../../core.ts'
import type { shell as source } from '../en/shell.ts'

export const shell = translation<typeof source>()({
  mainNavigation: 'Главная навигация',
  myDesk: 'Мой стол',
  keyboardShortcuts: 'Сочетания клавиш',
  settings: 'Настройки',
})
