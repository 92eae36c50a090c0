import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  titleTo: 'Вход в {name}',
  email: 'Почта',
  password: 'Пароль',
  passwordHint: {
    one: 'Не меньше {n} знака',
    few: 'Не меньше {n} знаков',
    many: 'Не меньше {n} знаков',
    other: 'Не меньше {n} знака',
  },
  name: 'Имя',
  signIn: 'Войти',
  signOut: 'Выйти',
  needsSetup: 'Пока нет ни одной учётной записи. Откройте ссылку, которую напечатал первый запуск.',
  demoPeople: 'Демонстрация: войти как',
  roleOperator: 'Оператор',
  roleDispatcher: 'Диспетчер',
  roleSupervisor: 'Супервизор',
  roleAdmin: 'Администратор',
  setupTitle: 'Настройка Care Desktop',
  setupButton: 'Создать администратора',
  setupNoToken: 'Адрес неполный. Откройте всю ссылку, которую напечатал первый запуск.',
  setupTokenOver: 'Ссылка уже использована или неверна. Перезапустите сервер, чтобы получить новую.',
  sessionEnded: 'Сеанс завершён',
  sessionEndedText: 'Войдите, чтобы продолжить. Всё набранное сохранено.',
})
