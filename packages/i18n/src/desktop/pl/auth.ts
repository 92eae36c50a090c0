import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Logowanie',
  email: 'E-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  signOut: 'Wyloguj się',
})
