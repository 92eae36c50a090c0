import { translation } from '../../core.ts'
import type { sites as source } from '../en/sites.ts'

export const sites = translation<typeof source>()({
  region: 'Сайтове',
  about:
    'Къде стои чат уиджетът. Сайтът може да подписва кой е посетителят: така го познаваме на всяко устройство и никой не може да се представи за него.',
  add: 'Добави сайт',
  none: 'Още няма сайтове',
  noneText: 'Добавете сайт, за да сложите уиджета на страниците си.',
  noOrigins: 'Още няма разрешени страници',
  strict: 'История само за влезлите',
  edit: 'Редактирай: {name}',
  name: 'Име',
  nameNeeded: 'Дайте му име',
  queueId: 'Опашка',
  queueNeeded: 'Изберете опашка',
  allowedOrigins: 'Разрешени страници',
  originsHint: 'По един адрес на ред, например https://shop.example. Само тези страници показват уиджета.',
  originsWrong: 'Пишете всеки адрес с https://, например https://shop.example',
  hasPreChat: 'Първо питай за име и имейл',
  offersCalls: 'Предлагай разговор в браузъра',
  historyNeedsIdentity: 'Показвай минали разговори само на влезлите',
  keysOf: 'Ключове за самоличност: {name}',
  keys: 'Ключове за самоличност',
  keysAbout:
    'С ключа вашият сървър подписва кой е влязъл. За да смените ключ, създайте втори, използвайте го на сървъра и отменете първия.',
  addKey: 'Създай ключ',
  onceOnly: 'Копирайте тайната сега: повече няма да се покаже.',
  keyId: 'Номер на ключа (kid)',
  secret: 'Тайна',
  keyMade: 'Създаден {date}, {by}',
  keyRevoked: 'отменен {date}',
  revoke: 'Отмени',
  revokeSure: 'Да се отмени завинаги?',
})
