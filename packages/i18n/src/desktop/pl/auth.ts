import { translation } from '../../core.ts'
import type { auth as source } from '../en/auth.ts'

export const auth = translation<typeof source>()({
  title: 'Logowanie',
  titleTo: 'Logowanie do {name}',
  email: 'E-mail',
  password: 'Hasło',
  passwordHint: {
    one: 'Co najmniej {n} znak',
    few: 'Co najmniej {n} znaki',
    many: 'Co najmniej {n} znaków',
    other: 'Co najmniej {n} znaku',
  },
  name: 'Imię i nazwisko',
  signIn: 'Zaloguj się',
  signOut: 'Wyloguj się',
  needsSetup: 'Nie ma jeszcze żadnego konta. Otwórz odnośnik wypisany przy pierwszym uruchomieniu.',
  demoPeople: 'Wersja pokazowa: zaloguj się jako',
  roleOperator: 'Operator',
  roleDispatcher: 'Dyspozytor',
  roleSupervisor: 'Kierownik',
  roleAdmin: 'Administrator',
  setupTitle: 'Konfiguracja Care Desktop',
  setupButton: 'Utwórz administratora',
  setupNoToken: 'Ten adres jest niepełny. Otwórz cały odnośnik wypisany przy pierwszym uruchomieniu.',
  setupTokenOver: 'Ten odnośnik był już użyty lub jest błędny. Uruchom serwer ponownie, aby dostać nowy.',
  sessionEnded: 'Sesja wygasła',
  sessionEndedText: 'Zaloguj się, aby kontynuować. To, co wpisano, zostało zachowane.',
})
