import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Logowanie',
  titleTo: 'Logowanie do {name}',
  email: 'E-mail',
  password: 'Hasło',
  signIn: 'Zaloguj się',
  signOut: 'Wyloguj się',
  needsSetup: 'Nie ma jeszcze żadnego konta. Otwórz odnośnik wypisany przy pierwszym uruchomieniu.',
  demoPeople: 'Wersja pokazowa: zaloguj się jako',
  roleOperator: 'Operator',
  roleDispatcher: 'Dyspozytor',
  roleSupervisor: 'Kierownik',
  roleAdmin: 'Administrator',
  sessionEnded: 'Sesja wygasła',
  sessionEndedText: 'Zaloguj się, aby kontynuować. To, co wpisano, zostało zachowane.',
})
