import { translation } from '../../core.ts'
import type { assign as source } from '../en/assign.ts'

export const assign = translation<typeof source>()({
  title: 'Възложи: {name}',
  button: 'Възложи',
  to: 'Възложи на',
  search: 'Намери оператор',
  needed: 'Изберете оператор',
  done: '{name}: вече е при {to}',
  notThere: '{name} не е на мястото си, а живият разговор има нужда от присъстващ',
  lacks: 'няма умение „{skill}“',
})
