import { translation } from '../../core.ts'
import type { hints as en } from '../en/hints.ts'

export const hints = translation<typeof en>()({
  region: 'Подсказки',
  maybe: 'Возможно, это {name}: {why}',
  signedAt: 'Вход на сайте {sites}: это точно этот клиент',
  unproven: 'Адрес назвал сам посетитель, он не подтверждён',
  link: 'Связать',
  merge: 'Объединить',
  notSame: 'Разные люди',
  noContact: 'Нет ни почты, ни телефона',
  company: '{domain} — домен компании {company}',
  set: 'Указать: {value}',
  language: 'Язык посетителя: {language}',
  phoneCountry: 'У телефона нет кода страны',
  old: 'Не менялось и не проверялось с {date}',
  confirm: 'Всё верно',
  merged: 'Объединён с {name}: {by}, {date}',
  undo: 'Отменить объединение',
  mergeTitle: 'Объединить клиентов',
  swap: 'Оставить другого',
  stays: 'остаётся',
  noDifference: 'Различий нет.',
  mergedToast: 'Клиенты объединены',
  mergeAbout: {
    one: 'Остаётся {name} и получает {n} обращение с разговорами.',
    few: 'Остаётся {name} и получает {n} обращения с разговорами.',
    many: 'Остаётся {name} и получает {n} обращений с разговорами.',
    other: 'Остаётся {name} и получает {n} обращения с разговорами.',
  },
  same: { email: 'та же почта', phone: 'тот же телефон', name: 'похожее имя в одной компании' },
})
