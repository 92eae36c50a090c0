import { translation } from '../../core.ts'
import type { colleagues as en } from '../en/colleagues.ts'

export const colleagues = translation<typeof en>()({
  isHere: '{name} също е тук',
  isWriting: '{name} пише отговор',
  isCommenting: '{name} пише коментар',
  region: 'Колеги в тази заявка',
  viewDraft: 'Преглед на черновата',
  draftOf: 'Чернова: {name}',
  noDraftYet: 'Още няма нищо',
  otherDraft: 'Написано по същото време в друг прозорец:',
  takeOther: 'Добавяне отдолу',
  letOtherGo: 'Отхвърляне',
})
