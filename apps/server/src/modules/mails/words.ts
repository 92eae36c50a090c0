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
