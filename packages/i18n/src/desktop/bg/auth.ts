import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  titleTo: 'Вход в {name}',
  email: 'Имейл',
  password: 'Парола',
  passwordHint: { one: 'Поне {n} знак', other: 'Поне {n} знака' },
  name: 'Име',
  signIn: 'Влез',
  signOut: 'Изход',
  needsSetup: 'Още няма акаунт. Отворете връзката, показана при първото стартиране.',
  demoPeople: 'Демонстрация: влез като',
  roleOperator: 'Оператор',
  roleDispatcher: 'Диспечер',
  roleSupervisor: 'Супервайзор',
  roleAdmin: 'Администратор',
  setupTitle: 'Настройка на Care Desktop',
  setupButton: 'Създай администратор',
  setupNoToken: 'Адресът не е пълен. Отворете цялата връзка, показана при първото стартиране.',
  setupTokenOver: 'Връзката вече е използвана или е грешна. Стартирайте сървъра отново, за да получите нова.',
  sessionEnded: 'Сесията изтече',
  sessionEndedText: 'Влезте, за да продължите. Написаното е запазено.',
})
