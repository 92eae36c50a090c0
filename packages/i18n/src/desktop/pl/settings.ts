import { translation } from '../../core.ts'
import type { settings as en } from '../en/settings.ts'

export const settings = translation<typeof en>()({
  didNotLoad: 'Nie udało się wczytać',
  noRight: 'Nie masz prawa tego zmieniać. Zwróć się do administratora.',
  archived: 'W archiwum',
  archive: 'Do archiwum: {name}',
  bringBack: 'Przywróć: {name}',
  members: { one: '{n} członek', few: '{n} członków', many: '{n} członków', other: '{n} członka' },
  findMember: 'Znajdź operatora',
  nobodyFits: 'Nikt nie pasuje',
  moreMembers: {
    one: 'Jeszcze {n}: zacznij pisać',
    few: 'Jeszcze {n}: zacznij pisać',
    many: 'Jeszcze {n}: zacznij pisać',
    other: 'Jeszcze {n}: zacznij pisać',
  },
  between: 'Liczba całkowita od {min} do {max}',
  skillsWrong: {
    one: 'Najwyżej {n} umiejętność, do 50 znaków',
    few: 'Najwyżej {n} umiejętności, każda do 50 znaków',
    many: 'Najwyżej {n} umiejętności, każda do 50 znaków',
    other: 'Najwyżej {n} umiejętności, każda do 50 znaków',
  },
  overtaken: 'W międzyczasie zapisał to ktoś inny: {name}',
  loadTheirs: 'Wczytaj te',
})
