import { translation } from '../../core.ts'
import type { customer as en } from '../en/customer.ts'

export const customer = translation<typeof en>()({
  region: 'Данни за клиента',
  name: 'Име',
  email: 'Имейл',
  phone: 'Телефон',
  company: 'Фирма',
  language: 'Език',
  timeZone: 'Часова зона',
  markVip: 'Отбележи като VIP',
  removeVip: 'Махни отметката VIP',
  localTime: '{city}, местно време {time}',
  otherRequests: { one: 'Още {n} заявка', other: 'Още {n} заявки' },
  nobody: 'Отворете задача, за да видите клиента ѝ.',
  didNotLoad: 'Данните за клиента не се заредиха',
  notEmail: 'Това не е имейл адрес във вида name@example.com',
  notPhone: 'Телефонният номер има от 3 до 15 цифри',
  noLanguage: 'Неизвестен',
  noTimeZone: 'Неизвестна',
  vip: 'VIP',
  isVip: 'VIP',
  isNotVip: 'без VIP',
  notTimeZone: 'Изберете часова зона от списъка, например Europe/Sofia',
  setTimeZone: 'Задай часова зона',
})
