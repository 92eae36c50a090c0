import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  titleTo: 'Вход в {name}',
  email: 'Имейл',
  password: 'Парола',
  signIn: 'Влез',
  signOut: 'Изход',
  needsSetup: 'Още няма акаунт. Отворете връзката, показана при първото стартиране.',
  demoPeople: 'Демонстрация: влез като',
  roleOperator: 'Оператор',
  roleDispatcher: 'Диспечер',
  roleSupervisor: 'Супервайзор',
  roleAdmin: 'Администратор',
  sessionEnded: 'Сесията изтече',
  sessionEndedText: 'Влезте, за да продължите. Написаното е запазено.',
})
