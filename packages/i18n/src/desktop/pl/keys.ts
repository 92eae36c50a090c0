import { translation } from '../../core.ts'
import type { keys as source } from '../en/keys.ts'

export const keys = translation<typeof source>()({
  find: 'Znajdź skrót',
  print: 'Drukuj',
  none: 'Nie ma takiego skrótu.',
  off: 'wyłączony',
  found: {
    one: '{n} skrót',
    few: '{n} skróty',
    many: '{n} skrótów',
    other: '{n} skrótu',
  },
  single: 'Skróty jednoklawiszowe',
  singleOn: 'Włączone',
  singleAlt: 'Z Alt',
  singleOff: 'Wyłączone',
  groups: {
    desk: 'Wszędzie',
    tasks: 'Zadania w toku',
    offer: 'Proponowane zadanie',
    call: 'Rozmowa',
    talk: 'Otwarte zadanie',
    activity: 'Aktywność',
    table: 'Tabele i listy',
    go: 'Przejdź do',
    layer: 'Poruszanie się',
  },
  desk: {
    palette: 'Szukaj i polecenia',
    addRequest: 'Dodaj zgłoszenie',
    details: 'Pokaż lub ukryj szczegóły',
  },
  tasks: {
    next: 'Następne zadanie',
    previous: 'Poprzednie zadanie',
    open: 'Otwórz zadanie',
    assign: 'Przydziel, na karcie „Kolejka”',
    openNext: 'Otwórz następne zadanie, także podczas pisania',
    openPrevious: 'Otwórz poprzednie zadanie, także podczas pisania',
  },
  talk: {
    quickReplies: 'Odpowiedz szybką odpowiedzią',
    priority: 'Zmień priorytet',
    latest: 'Do najnowszej wiadomości',
  },
  table: {
    next: 'Następny wiersz',
    previous: 'Poprzedni wiersz',
    open: 'Otwórz wiersz',
    choose: 'Zaznacz wiersz',
    chooseRange: 'Zaznacz wszystkie od ostatniego',
    search: 'Szukaj',
    leave: 'Zamknij otwarte, usuń zaznaczenie',
  },
  layer: {
    nextRegion: 'Następny obszar',
    previousRegion: 'Poprzedni obszar',
    leave: 'Zamknij górną warstwę, opuść pole odpowiedzi',
  },
})
