import { translation } from '../../core.ts'
import type { wrapUp as source } from '../en/wrap-up.ts'

export const wrapUp = translation<typeof source>()({
  text: 'Разговор окончен. Новых предложений не будет, пока вы не закончите.',
  more: 'Ещё время',
  comment: 'Комментарий для команды (необязательно)',
  byItself: 'Когда время выйдет, будет записан итог «{outcome}» и сохранён комментарий.',
  byItselfChosen: 'Когда время выйдет, это будет записано.',
  done: 'Готово',
  doneAs: 'Завершено с итогом «{outcome}»',
  kept: 'Время на завершение вышло. Ваш комментарий сохранён в черновике.',
  left: 'Осталось {time}',
})
