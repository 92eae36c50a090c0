import { translation } from '../../core.ts'
import type { findCustomer as en } from '../en/find-customer.ts'

export const findCustomer = translation<typeof en>()({
  find: 'Намери клиент',
  findHint: 'Име, имейл, телефон или фирма',
  nobodyFound: 'Никой не е намерен',
  newCustomer: 'Нов клиент',
  chooseKnown: 'Избери познат клиент',
  change: 'Избери друг клиент',
  needOne: 'Нужни са име, имейл или телефон',
})
