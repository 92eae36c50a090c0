import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Вход',
  email: 'Имейл',
  password: 'Парола',
  signIn: 'Вход',
  signOut: 'Изход',
})
