import { translation } from '../../core.ts'
import type { hints as en } from '../en/hints.ts'

export const hints = translation<typeof en>()({
  region: 'Подсказки',
  maybe: 'Може да е {name}: {why}',
  signedAt: 'Влязъл в {sites}: това наистина е този клиент',
  unproven: 'Адресът е даден от самия посетител, не е потвърден',
  link: 'Свържи',
  merge: 'Обедини',
  notSame: 'Различни хора',
  noContact: 'Няма имейл и телефон',
  addEmail: 'Добави имейл',
  addPhone: 'Добави телефон',
  addCode: 'Добави код',
  company: '{domain} е домейн на {company}',
  set: 'Задай: {value}',
  language: 'Език на посетителя: {language}',
  phoneCountry: 'Телефонът е без код на страна',
  old: 'Без промяна и потвърждение от {date}',
  confirm: 'Още е вярно',
  merged: 'Обединен с {name}: {by}, {date}',
  undo: 'Отмени обединяването',
  mergeTitle: 'Обединяване на клиенти',
  swap: 'Да остане другият',
  stays: 'остава',
  noDifference: 'Няма разлики.',
  mergedToast: 'Клиентите са обединени',
  mergeAbout: {
    one: 'Остава {name} и получава {n} заявка с разговорите.',
    other: 'Остава {name} и получава {n} заявки с разговорите.',
  },
  same: { email: 'същият имейл', phone: 'същият телефон', name: 'подобно име в една фирма' },
})
