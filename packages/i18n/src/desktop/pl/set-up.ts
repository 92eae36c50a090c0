import { translation } from '../../core.ts'
import type { setUp as en } from '../en/set-up.ts'

export const setUp = translation<typeof en>()({
  name: 'Imię i nazwisko',
  passwordHint: {
    one: 'Co najmniej {n} znak',
    few: 'Co najmniej {n} znaki',
    many: 'Co najmniej {n} znaków',
    other: 'Co najmniej {n} znaku',
  },
  title: 'Konfiguracja Care Desktop',
  button: 'Utwórz administratora',
  noToken: 'Ten adres jest niepełny. Otwórz cały odnośnik wypisany przy pierwszym uruchomieniu.',
  tokenOver: 'Ten odnośnik był już użyty lub jest błędny. Uruchom serwer ponownie, aby dostać nowy.',
})
