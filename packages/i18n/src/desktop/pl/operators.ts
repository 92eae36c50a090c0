import { translation } from '../../core.ts'
import type { operators as source } from '../en/operators.ts'

export const operators = translation<typeof source>()({
  region: 'Operatorzy',
  about: 'Ile zadań każdy bierze naraz i co potrafi. To, co czeka, jest od razu proponowane według tego.',
  edit: 'Edytuj: {name}',
  name: 'Imię i nazwisko',
  nameNeeded: 'Podaj imię i nazwisko',
  places: 'Naraz',
  usual: 'Puste: {n}, jak zwykle',
  skills: 'Umiejętności',
  skillsHint: 'Po przecinku. Praca, która ich wymaga, trafia najpierw do tych, którzy je mają.',
  nothing: 'Bez kolejki i umiejętności',
})
