import { translation } from '../../core.ts'
import type { openingHours as en } from '../en/opening-hours.ts'

export const openingHours = translation<typeof en>()({
  region: 'Часы работы',
  about:
    'Часы и праздники, по которым работают очереди. В другое время клиенты оставляют сообщение и видят, когда вы откроетесь.',
  add: 'Добавить часы работы',
  none: 'Часов работы ещё нет',
  noneText: 'Очереди без часов работы открыты всегда.',
  edit: 'Изменить: {name}',
  remove: 'Удалить: {name}',
  removed: '{name}: удалено',
  keptBy: 'Очереди: {queues}',
  keptByNone: 'Ни одна очередь по ним не работает',
  alwaysOpen: 'Открыто всегда',
  neverOpen: 'Всегда закрыто',
  openUntil: 'Сейчас открыто, закроется {time}',
  closedUntil: 'Сейчас закрыто, откроется {time}',
  overtaken: 'Тем временем эти часы сохранил кто-то другой. Если сохранить ещё раз, его изменения будут заменены.',
  name: 'Название',
  zone: 'Часовой пояс',
  zoneWrong: 'Выберите пояс, например Europe/Warsaw.',
  week: 'Неделя',
  closed: 'Закрыто',
  hoursHint: 'Например 9–17 или 9:00–12:30, 13:00–17:00. Пусто — закрыто.',
  holidays: 'Праздники',
  date: 'Дата',
  holidayName: 'Название праздника',
  holidayHours: 'Часы в этот день',
  removeHoliday: 'Удалить праздник {date}',
  addHoliday: 'Добавить праздник',
})
