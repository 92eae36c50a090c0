import type { NotificationKind } from '@care/domain'

/** What a mail to an operator says, in his language. */
interface Words {
  /** `name` is whose doing it is; of a to-do and a queue it is theirs. */
  says: Readonly<Record<NotificationKind, (name: string) => string>>
  somebody: string
  customer: string
  /** The subject of a mail that tells several things. */
  several: (count: number) => string
  foot: string
}

const en: Words = {
  says: {
    mention: (name) => `${name} mentioned you`,
    transfer: (name) => `${name} wants to hand a task over to you`,
    transferDeclined: (name) => `${name} declined your transfer; the task is still yours`,
    transferMissed: (name) => `${name} did not answer your transfer; the task is still yours`,
    assigned: (name) => `${name} gave you a request`,
    answered: (name) => `${name} answered`,
    snoozeOver: () => 'Back from snooze',
    todoDue: (name) => `To-do is due: ${name}`,
    alert: (name) => `${name}: somebody waits over the limit`,
  },
  somebody: 'Somebody',
  customer: 'The customer',
  several: (count) => `Notifications: ${count}`,
  foot: 'Nobody reads answers to this mail. Which mails you get is set here:',
}
const ru: Words = {
  says: {
    mention: (name) => `${name} упоминает вас`,
    transfer: (name) => `${name} хочет передать вам задачу`,
    transferDeclined: (name) => `${name}: отказ, задача осталась у вас`,
    transferMissed: (name) => `${name} не отвечает, задача осталась у вас`,
    assigned: (name) => `${name} передаёт вам обращение`,
    answered: (name) => `Ответ клиента: ${name}`,
    snoozeOver: () => 'Снова в работе',
    todoDue: (name) => `Пора: ${name}`,
    alert: (name) => `${name}: ожидание дольше предела`,
  },
  somebody: 'Кто-то',
  customer: 'Клиент',
  several: (count) => `Уведомления: ${count}`,
  foot: 'Ответы на это письмо никто не читает. Какие письма вы получаете, настраивается здесь:',
}
const pl: Words = {
  says: {
    mention: (name) => `${name} wspomina o Tobie`,
    transfer: (name) => `${name} chce przekazać Ci zadanie`,
    transferDeclined: (name) => `${name}: odmowa, zadanie nadal jest Twoje`,
    transferMissed: (name) => `${name} nie odpowiada, zadanie nadal jest Twoje`,
    assigned: (name) => `${name} przydziela Ci zgłoszenie`,
    answered: (name) => `Odpowiedź klienta: ${name}`,
    snoozeOver: () => 'Wróciło z uśpienia',
    todoDue: (name) => `Nadszedł termin: ${name}`,
    alert: (name) => `${name}: ktoś czeka ponad limit`,
  },
  somebody: 'Ktoś',
  customer: 'Klient',
  several: (count) => `Powiadomienia: ${count}`,
  foot: 'Nikt nie czyta odpowiedzi na tę wiadomość. To, jakie wiadomości dostajesz, ustawisz tutaj:',
}
const bg: Words = {
  says: {
    mention: (name) => `${name} ви споменава`,
    transfer: (name) => `${name} иска да ви предаде задача`,
    transferDeclined: (name) => `${name} отказа предаването; задачата е още ваша`,
    transferMissed: (name) => `${name} не отговори на предаването; задачата е още ваша`,
    assigned: (name) => `${name} ви възлага заявка`,
    answered: (name) => `Отговор от клиента: ${name}`,
    snoozeOver: () => 'Отново на дневен ред',
    todoDue: (name) => `Време е: ${name}`,
    alert: (name) => `${name}: някой чака над границата`,
  },
  somebody: 'Някой',
  customer: 'Клиентът',
  several: (count) => `Известия: ${count}`,
  foot: 'Никой не чете отговорите на този имейл. Какви имейли получавате, се настройва тук:',
}
const byLanguage: Readonly<Record<string, Words>> = { en, ru, pl, bg }

export const noticeWords = (language: string | null): Words => byLanguage[language ?? 'en'] ?? en
