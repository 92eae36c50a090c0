import { translation } from '../../core.ts'
import type { errors as source } from '../en/errors.ts'

export const errors = translation<typeof source>()({
  BAD_JSON: 'Serwer nie zrozumiał żądania. Odśwież stronę i spróbuj ponownie.',
  INVALID_INPUT: 'W formularzu jest błąd. Sprawdź zaznaczone pola.',
  VERSION_MISSING: 'Strona jest nieaktualna. Odśwież ją i spróbuj ponownie.',
  NOT_SIGNED_IN: 'Sesja wygasła. Zaloguj się ponownie.',
  WRONG_CREDENTIALS: 'Zły e-mail lub hasło.',
  VISITOR_UNKNOWN: 'Ten gość nie jest już znany.',
  FORBIDDEN: 'Nie masz do tego uprawnień. Zwróć się do administratora.',
  SENDER_BLOCKED: 'Ten nadawca został oznaczony jako spam.',
  FOREIGN_ORIGIN: 'Ten adres nie może korzystać z serwera.',
  NOT_FOUND: 'Nie istnieje albo nie masz do tego dostępu.',
  CONFLICT: 'Ktoś inny zmienił to w tym samym czasie.',
  ALREADY_TAKEN: 'Ktoś był szybszy i już to wziął.',
  OFFER_OVER: 'Propozycja już wygasła.',
  NOT_ALLOWED_NOW: 'W obecnym stanie to niemożliwe. Pokazano aktualny stan.',
  EMAIL_TAKEN: 'Ten e-mail należy już do kogoś innego.',
  SHORTCUT_TAKEN: 'Ten skrót ma już inna szybka odpowiedź. Wybierz inny.',
  NAME_TAKEN: 'Inna firma ma już tę nazwę lub domenę.',
  PHONE_INVALID: 'To nie jest numer telefonu. Wpisz go z numerem kraju, na przykład +48 601 234 567.',
  TOO_LARGE: 'To jest za duże. Wyślij mniej.',
  FILE_TYPE_REFUSED: 'Pliki tego typu nie są przyjmowane. Wyślij inny.',
  TOO_MANY_TRIES: 'Za dużo prób. Odczekaj chwilę i spróbuj ponownie.',
  INTERNAL: 'Coś poszło nie tak na serwerze. Spróbuj ponownie; jeśli to nie pomoże, powiadom administratora.',
  UNAVAILABLE: 'Serwer jest zajęty. Spróbuj za chwilę.',
  OFFLINE: 'Brak połączenia z serwerem. Wpisany tekst jest zachowany.',
})
