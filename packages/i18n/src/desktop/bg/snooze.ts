import { translation } from '../../core.ts'
import type { snooze as source } from '../en/snooze.ts'

export const snooze = translation<typeof source>()({
  snooze: 'Отложи',
  snoozed: 'Отложени',
  nothing: 'Няма нищо отложено',
  pick: 'Дата и час…',
  done: 'Отложено до {time}',
  sleeps: 'Отложено до {time}',
  wakesText: 'Отговор на клиента я връща по-рано.',
  keepsText: 'Отговорът на клиента не я връща.',
  wake: 'Върни сега',
  over: 'Отново на дневен ред: {title}',
  answered: 'Клиентът отговори: {title}',
  presets: {
    hour: 'С един час',
    evening: 'До довечера',
    tomorrow: 'До утре сутрин',
    monday: 'До понеделник',
    week: 'С една седмица',
  },
})
