import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  email: 'Эл. почта',
  password: 'Пароль',
  signIn: 'Войти',
  signOut: 'Выйти',
})
