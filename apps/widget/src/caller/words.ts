import type { Language } from '@care/i18n/core'

/** What the page says besides the call itself, whose words are the widget's. */
interface CallerWords {
  pageTitle: string
  title: (name: string) => string
  lead: string
  missed: string
  over: string
  call: string
}

export const callerWords: Record<Language, CallerWords> = {
  en: {
    pageTitle: 'A demo customer calls',
    title: (name) => `${name} calls Brewhaus`,
    lead: 'A demo customer with a made-up voice, so that you can take a call alone. Sign in to the desktop as Anna in another tab first: the call rings there.',
    missed: 'Nobody took the last call.',
    over: 'The last call is over.',
    call: 'Call now',
  },
  ru: {
    pageTitle: 'Звонит демо-клиент',
    title: (name) => `${name} звонит в Brewhaus`,
    lead: 'Демо-клиент с искусственным голосом, чтобы принять звонок в одиночку. Сначала войдите на рабочий стол как Anna в другой вкладке: звонок придёт туда.',
    missed: 'На последний звонок никто не ответил.',
    over: 'Последний звонок завершён.',
    call: 'Позвонить',
  },
  pl: {
    pageTitle: 'Dzwoni klient pokazowy',
    title: (name) => `${name} dzwoni do Brewhaus`,
    lead: 'Pokazowy klient ze sztucznym głosem, aby odebrać rozmowę w pojedynkę. Najpierw zaloguj się na pulpit jako Anna w innej karcie: tam zadzwoni.',
    missed: 'Nikt nie odebrał ostatniego połączenia.',
    over: 'Ostatnia rozmowa jest zakończona.',
    call: 'Zadzwoń teraz',
  },
  bg: {
    pageTitle: 'Обажда се демо клиент',
    title: (name) => `${name} се обажда на Brewhaus`,
    lead: 'Демо клиент с измислен глас, за да приемете обаждане сами. Първо влезте на работния плот като Anna в друг раздел: там звъни.',
    missed: 'Никой не прие последното обаждане.',
    over: 'Последното обаждане приключи.',
    call: 'Обаждане сега',
  },
}
