import { translation } from '../../core.ts'
import type { softphone as source } from '../en/softphone.ts'

export const softphone = translation<typeof source>()({
  keypad: 'Клавиатура',
  digits: 'Отправленные цифры',
  press: 'Нажать {key}',
  states: {
    off: 'Телефонная линия выключена',
    connecting: 'Телефонная линия: подключение',
    registered: 'Телефонная линия готова, {user}',
    lost: 'Телефонная линия потеряна, подключаемся снова',
    refused: 'Телефонной линии отказано',
  },
  refusals: {
    password: 'АТС не принимает пароль. Обратитесь к администратору.',
    forbidden: 'АТС не пускает эту линию. Обратитесь к администратору.',
    unknownLine: 'АТС не знает этой линии. Обратитесь к администратору.',
    other: 'АТС отказывает этой линии. Обратитесь к администратору.',
  },
})
