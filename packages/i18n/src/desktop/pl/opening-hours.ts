import { translation } from '../../core.ts'
import type { openingHours as en } from '../en/opening-hours.ts'

export const openingHours = translation<typeof en>()({
  region: 'Godziny otwarcia',
  about:
    'Godziny i święta, według których działają kolejki. Poza nimi klienci zostawiają wiadomość i widzą, kiedy otwieracie.',
  add: 'Dodaj godziny otwarcia',
  none: 'Nie ma jeszcze godzin otwarcia',
  noneText: 'Kolejki bez godzin są zawsze otwarte.',
  edit: 'Edytuj: {name}',
  remove: 'Usuń: {name}',
  removed: '{name}: usunięto',
  keptBy: 'Kolejki: {queues}',
  keptByNone: 'Żadna kolejka ich nie używa',
  alwaysOpen: 'Zawsze otwarte',
  neverOpen: 'Zawsze zamknięte',
  openUntil: 'Teraz otwarte, zamknięcie {time}',
  closedUntil: 'Teraz zamknięte, otwarcie {time}',
  overtaken: 'Ktoś inny zapisał w tym czasie te godziny. Ponowny zapis je zastąpi.',
  name: 'Nazwa',
  zone: 'Strefa czasowa',
  zoneWrong: 'Wybierz strefę, np. Europe/Warsaw.',
  week: 'Tydzień',
  closed: 'Zamknięte',
  hoursHint: 'Na przykład 9–17 albo 9:00–12:30, 13:00–17:00. Puste: zamknięte.',
  holidays: 'Święta',
  date: 'Data',
  holidayName: 'Nazwa święta',
  holidayHours: 'Godziny tego dnia',
  removeHoliday: 'Usuń święto {date}',
  addHoliday: 'Dodaj święto',
})
