import { translation } from '../../core.ts'
import type { softphone as source } from '../en/softphone.ts'

export const softphone = translation<typeof source>()({
  keypad: 'Клавиатура',
  digits: 'Изпратени цифри',
  press: 'Натиснете {key}',
  states: {
    off: 'Телефонната линия е изключена',
    connecting: 'Телефонна линия: свързване',
    registered: 'Телефонната линия е готова, {user}',
    lost: 'Телефонната линия е изгубена, свързваме отново',
    refused: 'Телефонната линия е отказана',
  },
  refusals: {
    password: 'Централата не приема паролата. Обърнете се към администратора.',
    forbidden: 'Централата не пуска тази линия. Обърнете се към администратора.',
    unknownLine: 'Централата не познава тази линия. Обърнете се към администратора.',
    other: 'Централата отказва тази линия. Обърнете се към администратора.',
  },
})
