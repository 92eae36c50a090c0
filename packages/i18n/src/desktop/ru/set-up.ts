import { translation } from '../../core.ts'
import type { setUp as en } from '../en/set-up.ts'

export const setUp = translation<typeof en>()({
  name: 'Имя',
  passwordHint: {
    one: 'Не меньше {n} знака',
    few: 'Не меньше {n} знаков',
    many: 'Не меньше {n} знаков',
    other: 'Не меньше {n} знака',
  },
  title: 'Настройка Care Desktop',
  button: 'Создать администратора',
  noToken: 'Адрес неполный. Откройте всю ссылку, которую напечатал первый запуск.',
  tokenOver: 'Ссылка уже использована или неверна. Перезапустите сервер, чтобы получить новую.',
})
