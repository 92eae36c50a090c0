import { translation } from '../../core.ts'
import type { setUp as en } from '../en/set-up.ts'

export const setUp = translation<typeof en>()({
  name: 'Име',
  passwordHint: { one: 'Поне {n} знак', other: 'Поне {n} знака' },
  title: 'Настройка на Care Desktop',
  button: 'Създай администратор',
  noToken: 'Адресът не е пълен. Отворете цялата връзка, показана при първото стартиране.',
  tokenOver: 'Връзката вече е използвана или е грешна. Стартирайте сървъра отново, за да получите нова.',
})
