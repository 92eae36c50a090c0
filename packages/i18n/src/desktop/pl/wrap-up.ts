import { translation } from '../../core.ts'
import type { wrapUp as source } from '../en/wrap-up.ts'

export const wrapUp = translation<typeof source>()({
  text: 'Rozmowa dobiegła końca. Nic nie zostanie Ci zaproponowane, dopóki nie skończysz.',
  more: 'Więcej czasu',
  comment: 'Komentarz dla zespołu (opcjonalnie)',
  byItself: 'Gdy czas minie, zostanie zapisany wynik „{outcome}” i komentarz.',
  byItselfChosen: 'Gdy czas minie, zostanie to zapisane.',
  done: 'Gotowe',
  doneAs: 'Podsumowano jako „{outcome}”',
  kept: 'Czas na podsumowanie minął. Komentarz został zachowany jako szkic.',
  left: 'Pozostało {time}',
})
