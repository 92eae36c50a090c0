import { translation } from '../../core.ts'
import type { hints as en } from '../en/hints.ts'

export const hints = translation<typeof en>()({
  region: 'Wskazówki',
  maybe: 'To może być {name}: {why}',
  signedAt: 'Zalogowany w witrynie {sites}: to na pewno ten klient',
  unproven: 'Adres podał sam gość, nie jest potwierdzony',
  link: 'Połącz',
  merge: 'Scal',
  notSame: 'To nie ta osoba',
  noContact: 'Brak e-maila i telefonu',
  company: '{domain} to domena firmy {company}',
  set: 'Ustaw: {value}',
  language: 'Język gościa: {language}',
  phoneCountry: 'Telefon nie ma numeru kraju',
  old: 'Bez zmian i potwierdzenia od {date}',
  confirm: 'Nadal aktualne',
  merged: 'Scalono z {name}: {by}, {date}',
  undo: 'Cofnij scalenie',
  mergeTitle: 'Scal klientów',
  swap: 'Niech zostanie drugi',
  stays: 'zostaje',
  noDifference: 'Nic się nie różni.',
  mergedToast: 'Klienci scaleni',
  mergeAbout: {
    one: 'Zostaje {name} i dostaje {n} zgłoszenie z rozmowami.',
    few: 'Zostaje {name} i dostaje {n} zgłoszenia z rozmowami.',
    many: 'Zostaje {name} i dostaje {n} zgłoszeń z rozmowami.',
    other: 'Zostaje {name} i dostaje {n} zgłoszenia z rozmowami.',
  },
  same: { email: 'ten sam e-mail', phone: 'ten sam telefon', name: 'podobne nazwisko w jednej firmie' },
})
