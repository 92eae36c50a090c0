import { translation } from '../../core.ts'
import type { colleagues as en } from '../en/colleagues.ts'

export const colleagues = translation<typeof en>()({
  isHere: '{name} też tu jest',
  isWriting: '{name} pisze odpowiedź',
  isCommenting: '{name} pisze komentarz',
  region: 'Współpracownicy w tym zgłoszeniu',
  viewDraft: 'Pokaż szkic',
  draftOf: 'Szkic: {name}',
  noDraftYet: 'Jeszcze nic nie widać',
  otherDraft: 'Napisane w tym samym czasie w innym oknie:',
  takeOther: 'Dodaj poniżej',
  letOtherGo: 'Odrzuć',
})
