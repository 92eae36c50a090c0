import { translation } from '../../core.ts'
import type { requestMore as en } from '../en/request-more.ts'

export const requestMore = translation<typeof en>()({
  location: 'Обект',
  followers: 'Наблюдаващи',
  follow: 'Наблюдавай',
  unfollow: 'Спри да наблюдаваш',
  addFollower: 'Добави наблюдаващ',
  removeFollower: 'Премахни наблюдаващия {name}',
  nobodyElse: 'Никой друг',
  cannotSee: 'Този колега не вижда заявката и не може да я наблюдава.',
  followed: 'Наблюдава: {name}',
  unfollowed: 'Вече не наблюдава: {name}',
  stageTimes: 'Време по етапи',
  entered: 'Пъти',
  time: 'Време',
  openTime: 'В работно време',
  openTimeAbout: 'Приключени етапи, само в работното време на опашката',
  together: 'Общо',
  kind: 'Промени',
  person: 'Кой',
  everybody: 'Всички',
  allKinds: 'Всички',
  nothingFits: 'Нищо не отговаря на избора',
  kinds: {
    stage: 'Етапи',
    fields: 'Полета',
    assignment: 'Възлагане',
    activity: 'Активности',
    comment: 'Коментари',
  },
})
