import { translation } from '../../core.ts'
import type { assign as source } from '../en/assign.ts'

export const assign = translation<typeof source>()({
  title: 'Назначить: {name}',
  button: 'Назначить',
  to: 'Кому назначить',
  search: 'Найти оператора',
  needed: 'Выберите оператора',
  done: '{name}: теперь у оператора {to}',
  notThere: '{name} не на месте, а живому разговору нужен тот, кто на месте',
  lacks: 'нет навыка «{skill}»',
})
