import { translation } from '../../core.ts'
import type { softphone as source } from '../en/softphone.ts'

export const softphone = translation<typeof source>()({
  keypad: 'Klawiatura',
  digits: 'Wysłane cyfry',
  press: 'Naciśnij {key}',
  states: {
    off: 'Linia telefoniczna wyłączona',
    connecting: 'Linia telefoniczna: łączenie',
    registered: 'Linia telefoniczna gotowa, {user}',
    lost: 'Linia telefoniczna utracona, łączymy ponownie',
    refused: 'Linia telefoniczna odrzucona',
  },
  refusals: {
    password: 'Centrala nie przyjmuje hasła. Zapytaj administratora.',
    forbidden: 'Centrala nie wpuszcza tej linii. Zapytaj administratora.',
    unknownLine: 'Centrala nie zna tej linii. Zapytaj administratora.',
    other: 'Centrala odrzuca tę linię. Zapytaj administratora.',
  },
})
