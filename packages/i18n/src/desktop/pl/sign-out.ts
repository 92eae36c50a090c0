import { translation } from '../../core.ts'
import type { signOut as source } from '../en/sign-out.ts'

export const signOut = translation<typeof source>()({
  lead: {
    one: 'Masz {n} otwarte zadanie. Zdecyduj, co się z nim stanie.',
    few: 'Masz {n} otwarte zadania. Zdecyduj, co się stanie z każdym.',
    many: 'Masz {n} otwartych zadań. Zdecyduj, co się stanie z każdym.',
    other: 'Masz {n} otwartego zadania. Zdecyduj, co się stanie z każdym.',
  },
  tasks: 'Otwarte zadania',
  forAll: 'Dla wszystkich',
  various: 'Różnie',
  fates: { return: 'Zwróć do kolejki', keep: 'Zatrzymaj', transfer: 'Przekaż', asked: 'Czekaj na odpowiedź' },
  fateOf: 'Co z zadaniem: {name}',
  choose: 'Wybierz komu',
  take: 'Wybierz',
  gone: 'Już nie u Ciebie',
  draft: 'Jest niewysłany szkic. Zostaje u Ciebie, nikt inny go nie dostanie.',
  notThere: '{name}: już poza stanowiskiem. Wybierz kogoś innego.',
  wrapUps: {
    one: '{n} podsumowanie zakończy się tym, co już w nim wybrano.',
    few: '{n} podsumowania zakończą się tym, co już w nich wybrano.',
    many: '{n} podsumowań zakończy się tym, co już w nich wybrano.',
    other: '{n} podsumowania zakończy się tym, co już w nich wybrano.',
  },
  offers: {
    one: '{n} dzwoniąca propozycja przejdzie do kogoś innego.',
    few: '{n} dzwoniące propozycje przejdą do kogoś innego.',
    many: '{n} dzwoniących propozycji przejdzie do kogoś innego.',
    other: '{n} dzwoniącej propozycji przejdzie do kogoś innego.',
  },
  cameMeanwhile: 'W międzyczasie przyszło kolejne zadanie. Zdecyduj też o nim.',
  failed: 'Nie udało się wczytać Twoich zadań',
  offline: 'Brak połączenia. Wylogujesz się, gdy wróci.',
})
