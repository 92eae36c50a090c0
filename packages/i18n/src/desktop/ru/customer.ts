import { translation } from '../../core.ts'
import type { customer as en } from '../en/customer.ts'

export const customer = translation<typeof en>()({
  region: 'Сведения о клиенте',
  name: 'Имя',
  email: 'Эл. почта',
  phone: 'Телефон',
  company: 'Компания',
  language: 'Язык',
  timeZone: 'Часовой пояс',
  markVip: 'Отметить как VIP',
  removeVip: 'Снять отметку VIP',
  localTime: '{city}, местное время {time}',
  otherRequests: {
    one: 'Ещё {n} обращение',
    few: 'Ещё {n} обращения',
    many: 'Ещё {n} обращений',
    other: 'Ещё {n} обращения',
  },
  nobody: 'Откройте задачу, чтобы увидеть её клиента.',
  didNotLoad: 'Сведения о клиенте не загрузились',
  notEmail: 'Это не адрес почты вида name@example.com',
  notPhone: 'В номере телефона от 3 до 15 цифр',
  noLanguage: 'Неизвестен',
  noTimeZone: 'Неизвестен',
  vip: 'VIP',
  isVip: 'VIP',
  isNotVip: 'не VIP',
  notTimeZone: 'Выберите часовой пояс из списка, например Europe/Sofia',
  setTimeZone: 'Указать часовой пояс',
})
