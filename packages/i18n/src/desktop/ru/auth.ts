import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  titleTo: 'Вход в {name}',
  email: 'Почта',
  password: 'Пароль',
  signIn: 'Войти',
  signOut: 'Выйти',
  needsSetup: 'Пока нет ни одной учётной записи. Откройте ссылку, которую напечатал первый запуск.',
  demoPeople: 'Демонстрация: войти как',
  roleOperator: 'Оператор',
  roleDispatcher: 'Диспетчер',
  roleSupervisor: 'Супервизор',
  roleAdmin: 'Администратор',
  sessionEnded: 'Сеанс завершён',
  sessionEndedText: 'Войдите, чтобы продолжить. Всё набранное сохранено.',
})
