import { translation } from '../../core.ts'
import type { assign as source } from '../en/assign.ts'

export const assign = translation<typeof source>()({
  title: 'Przydziel: {name}',
  button: 'Przydziel',
  to: 'Przydziel do',
  search: 'Znajdź operatora',
  needed: 'Wybierz operatora',
  done: '{name}: zajmuje się tym {to}',
  notThere: '{name} jest poza stanowiskiem, a rozmowa na żywo potrzebuje kogoś na miejscu',
  lacks: 'brak umiejętności „{skill}”',
})
