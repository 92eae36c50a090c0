/** What an action of a bulk run or a macro does, in words. */
export const actions = {
  assign: 'Przypisz: {name}',
  assignNobody: 'Usuń przypisanie',
  queue: 'Przenieś do kolejki „{name}”',
  stage: 'Przenieś na etap „{name}”',
  priority: 'Ustaw priorytet: {name}',
  tagsAdd: 'Dodaj tagi: {tags}',
  tagsRemove: 'Usuń tagi: {tags}',
  close: 'Zamknij: {name}',
  spam: 'Oznacz jako spam',
  snooze: 'Odłóż na {duration}',
  comment: 'Komentarz: {text}',
  reply: 'Wstaw odpowiedź „{name}”',
  gone: 'już nie istnieje',
}
