import { translation } from '../../core.ts'
import type { sites as source } from '../en/sites.ts'

export const sites = translation<typeof source>()({
  region: 'Witryny',
  about:
    'Gdzie stoi widżet czatu. Witryna może podpisać, kim jest gość: wtedy znamy go na każdym urządzeniu i nikt nie może się za niego podać.',
  add: 'Dodaj witrynę',
  none: 'Nie ma jeszcze witryn',
  noneText: 'Dodaj witrynę, aby umieścić widżet na swoich stronach.',
  noOrigins: 'Nie dozwolono jeszcze stron',
  strict: 'Historia tylko dla zalogowanych',
  edit: 'Edytuj: {name}',
  name: 'Nazwa',
  nameNeeded: 'Podaj nazwę',
  queueId: 'Kolejka',
  queueNeeded: 'Wybierz kolejkę',
  allowedOrigins: 'Dozwolone strony',
  originsHint: 'Jeden adres w wierszu, np. https://shop.example. Tylko te strony pokażą widżet.',
  originsWrong: 'Podaj każdy adres z https://, np. https://shop.example',
  hasPreChat: 'Najpierw pytaj o imię i e-mail',
  offersCalls: 'Oferuj rozmowy w przeglądarce',
  historyNeedsIdentity: 'Pokazuj dawne rozmowy tylko zalogowanym',
  keysOf: 'Klucze tożsamości: {name}',
  keys: 'Klucze tożsamości',
  keysAbout:
    'Kluczem Twój serwer podpisuje, kto jest zalogowany. Aby wymienić klucz, utwórz drugi, użyj go na serwerze i unieważnij pierwszy.',
  addKey: 'Utwórz klucz',
  onceOnly: 'Skopiuj sekret teraz: nie pojawi się ponownie.',
  keyId: 'Id klucza (kid)',
  secret: 'Sekret',
  keyMade: 'Utworzono {date}, {by}',
  keyRevoked: 'unieważniono {date}',
  revoke: 'Unieważnij',
  revokeSure: 'Unieważnić na stałe?',
})
