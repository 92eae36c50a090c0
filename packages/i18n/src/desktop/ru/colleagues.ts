import { translation } from '../../core.ts'
import type { colleagues as en } from '../en/colleagues.ts'

export const colleagues = translation<typeof en>()({
  isHere: '{name} тоже здесь',
  isWriting: '{name} пишет ответ',
  isCommenting: '{name} пишет комментарий',
  region: 'Коллеги в этом обращении',
  viewDraft: 'Посмотреть черновик',
  draftOf: 'Черновик: {name}',
  noDraftYet: 'Пока ничего нет',
  otherDraft: 'Написано в то же время в другом окне:',
  takeOther: 'Добавить ниже',
  letOtherGo: 'Отбросить',
})
