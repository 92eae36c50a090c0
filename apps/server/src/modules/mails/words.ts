/** What our own mails say, in the customer's language. */
interface Words {
  /** Above what stands unread in a chat. */
  unread: string
  /** Below it. */
  answer: string
}
const words: Readonly<Record<string, Words>> = {
  en: { unread: 'We have answered in the chat:', answer: 'Just answer this mail, or come back to the chat.' },
  ru: { unread: 'Мы ответили в чате:', answer: 'Ответьте на это письмо или вернитесь в чат.' },
  pl: { unread: 'Odpowiedzieliśmy na czacie:', answer: 'Odpowiedz na tę wiadomość albo wróć do czatu.' },
  bg: { unread: 'Отговорихме в чата:', answer: 'Отговорете на този имейл или се върнете в чата.' },
}
const english: Words = {
  unread: 'We have answered in the chat:',
  answer: 'Just answer this mail, or come back to the chat.',
}

export const mailWords = (language: string | null): Words => words[language ?? 'en'] ?? english

interface CallbackWords {
  subject: string
  text: string
  /** Above the link. */
  link: string
}
type Say = (time: string) => CallbackWords
const saysCallback: Readonly<Record<string, Say>> = {
  en: (time) => ({
    subject: 'Your call back',
    text: `We call you on ${time}.`,
    link: 'Another time suits you better, or you need no call any more?',
  }),
  ru: (time) => ({
    subject: 'Ваш обратный звонок',
    text: `Мы позвоним вам: ${time}.`,
    link: 'Удобнее другое время или звонок больше не нужен?',
  }),
  pl: (time) => ({
    subject: 'Twoje oddzwonienie',
    text: `Zadzwonimy do Ciebie: ${time}.`,
    link: 'Wolisz inną godzinę albo telefon nie jest już potrzebny?',
  }),
  bg: (time) => ({
    subject: 'Вашето обаждане',
    text: `Ще ви се обадим: ${time}.`,
    link: 'Удобно ви е друго време или обаждането вече не е нужно?',
  }),
}

/** When a customer is called, in his language and zone; where that is not known, in UTC. */
export function callbackWords(
  language: string | null,
  { at, timeZone }: { at: number; timeZone: string | null },
): CallbackWords {
  const known = language !== null && language in saysCallback ? language : 'en'
  const time = new Intl.DateTimeFormat(known, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone ?? 'UTC',
    timeZoneName: 'short',
  })
  const say = saysCallback[known] ?? saysCallback['en']
  if (!say) throw new Error('there are no words')
  return say(time.format(at))
}
