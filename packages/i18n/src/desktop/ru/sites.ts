import { translation } from '../../core.ts'
import type { sites as source } from '../en/sites.ts'

export const sites = translation<typeof source>()({
  region: 'Сайты',
  about:
    'Где стоит чат-виджет. Сайт может подписывать, кто его посетитель: тогда его узнают на любом устройстве и никто не выдаст себя за него.',
  add: 'Добавить сайт',
  none: 'Сайтов пока нет',
  noneText: 'Добавьте сайт, чтобы поставить виджет на свои страницы.',
  noOrigins: 'Страницы ещё не разрешены',
  strict: 'История только для вошедших',
  edit: 'Изменить: {name}',
  name: 'Название',
  nameNeeded: 'Укажите название',
  queueId: 'Очередь',
  queueNeeded: 'Выберите очередь',
  allowedOrigins: 'Разрешённые страницы',
  originsHint: 'По одному адресу в строке, например https://shop.example. Виджет покажут только эти страницы.',
  originsWrong: 'Пишите каждый адрес с https://, например https://shop.example',
  hasPreChat: 'Сначала спрашивать имя и почту',
  offersCalls: 'Предлагать звонок в браузере',
  historyNeedsIdentity: 'Показывать прошлые разговоры только вошедшим',
  keysOf: 'Ключи подписи: {name}',
  keys: 'Ключи подписи',
  keysAbout:
    'Ключом ваш сервер подписывает, кто вошёл. Чтобы заменить ключ, создайте второй, укажите его на сервере и отзовите первый.',
  addKey: 'Создать ключ',
  onceOnly: 'Скопируйте секрет сейчас: больше он не покажется.',
  keyId: 'Номер ключа (kid)',
  secret: 'Секрет',
  keyMade: 'Создан {date}, {by}',
  keyRevoked: 'отозван {date}',
  revoke: 'Отозвать',
  revokeSure: 'Отозвать навсегда?',
})
