import { translation } from '../../core.ts'
import type { wrapUp as source } from '../en/wrap-up.ts'

export const wrapUp = translation<typeof source>()({
  text: 'Разговорът приключи. Нищо няма да ви се предлага, докато не сте готови.',
  more: 'Още време',
  comment: 'Коментар за екипа (незадължително)',
  byItself: 'Когато времето изтече, ще се запише резултатът „{outcome}“ и коментарът.',
  byItselfChosen: 'Когато времето изтече, това ще се запише.',
  done: 'Готово',
  doneAs: 'Приключено с резултат „{outcome}“',
  kept: 'Времето за приключване изтече. Коментарът ви е запазен като чернова.',
  left: 'Остава {time}',
})
