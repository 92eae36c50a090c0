import { translation } from '../../core.ts'
import type { requestMore as en } from '../en/request-more.ts'

export const requestMore = translation<typeof en>()({
  location: 'Точка',
  followers: 'Наблюдатели',
  follow: 'Наблюдать',
  unfollow: 'Не наблюдать',
  addFollower: 'Добавить наблюдателя',
  removeFollower: 'Убрать наблюдателя {name}',
  nobodyElse: 'Больше никого',
  cannotSee: 'Этот коллега не видит обращение и не может за ним наблюдать.',
  followed: 'Наблюдает: {name}',
  unfollowed: 'Больше не наблюдает: {name}',
  stageTimes: 'Время на этапах',
  entered: 'Раз',
  time: 'Время',
  openTime: 'В часы работы',
  openTimeAbout: 'Завершённые этапы, только в часы работы очереди',
  together: 'Всего',
  kind: 'Изменения',
  person: 'Кто',
  everybody: 'Все',
  allKinds: 'Все',
  nothingFits: 'По этому выбору ничего нет',
  kinds: {
    stage: 'Этапы',
    fields: 'Поля',
    assignment: 'Назначения',
    activity: 'Активности',
    comment: 'Комментарии',
  },
})
