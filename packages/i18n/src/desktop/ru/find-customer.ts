import { translation } from '../../core.ts'
import type { findCustomer as en } from '../en/find-customer.ts'

export const findCustomer = translation<typeof en>()({
  find: 'Найти клиента',
  findHint: 'Имя, почта, телефон или компания',
  nobodyFound: 'Никто не найден',
  newCustomer: 'Новый клиент',
  chooseKnown: 'Выбрать известного клиента',
  change: 'Выбрать другого клиента',
  needOne: 'Нужны имя, почта или телефон',
})
