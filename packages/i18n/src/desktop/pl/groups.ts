import { translation } from '../../core.ts'
import type { groups as source } from '../en/groups.ts'

export const groups = translation<typeof source>()({
  region: 'Grupy',
  about: 'Operatorzy, którzy pracują razem. Zadanie można przekazać grupie: jej członkowie są pytani po kolei.',
  add: 'Dodaj grupę',
  none: 'Nie ma jeszcze grup',
  noneText: 'Bez grup zadania przekazuje się operatorowi lub kolejce.',
  edit: 'Edytuj: {name}',
  name: 'Nazwa',
  nameNeeded: 'Podaj nazwę',
  wait: 'Sekund do całej kolejki',
  waitHint: 'Tak długo pytani są tylko członkowie grupy. Potem zadanie jest dla całej swojej kolejki.',
})
