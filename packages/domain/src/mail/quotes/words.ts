/**
 * How mail programs in English, Russian, Polish, Bulgarian and German introduce what they quote. Patterns have no `\b`:
 * it knows Latin letters only.
 */
const letterBefore = '(?<![\\p{L}\\p{N}])'
const letterAfter = '(?![\\p{L}\\p{N}])'
/** These words, each on its own. */
const anyOf = (words: string): string => `${letterBefore}(?:${words})${letterAfter}`

export const wroteWord = new RegExp(
  anyOf(
    'wrote|writes|schrieb(?:en)?|napisał(?:a|\\(a\\)|/a)?|pisze|napisan[ay] przez|пишет|писали?|написал(?:а|и|\\(а\\))?|написа|пише',
  ),
  'iu',
)
export const youWrote = new RegExp(anyOf('you wrote|вы писали|ви писали|sie schrieben|piszesz|pisał(?:a|e)ś'), 'iu')
export const quotingWord = /^(?:quoting|zitat von|цитат(?:а)? от|цитирую|cytat|cytowanie|cytuję)\s/iu

const days =
  'mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс|пон|вто|сря|чет|пет|съб|нед|pon|wt|śr|czw|pt|sob|niedz'
const longDays =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеделник|сряда|четвъртък|петък|събота|неделя|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela'
/** How the line begins in which a program says who wrote what follows: On, Am, a day of the week, a date. */
export const opening = new RegExp(
  `^(?:(?:on|am|at|dnia|w dniu|на|в|el|le)${letterAfter}|(?:${days}|${longDays})(?:[.,]|${letterAfter})|\\d{1,2}[./ ]|\\d{4}-\\d{2}|-{2,}\\s{0,3}on )`,
  'iu',
)
export const timeOfDay = /(?<!\d)\d{1,2}[:.]\d{2}(?!\d)/u
export const year = /(?<!\d)(?:20\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2})(?!\d)/u

/** Labels of the block of headers above what is quoted. */
export const labels = {
  from: /^(?:from|von|od|от|от кого|отправитель|nadawca)$/iu,
  date: /^(?:sent|date|gesendet|gesendet am|datum|wysłane|wysłano|data|data wysłania|отправлено|дата|изпратено|изпратено на|sent on)$/iu,
  to: /^(?:to|an|do|кому|до|за|кому:|odbiorca|adresat)$/iu,
  subject: /^(?:subject|betreff|temat|тема|относно|заглавие)$/iu,
  other: /^(?:cc|kopie|kopia|копия|копие|dw|udw|importance|priority|reply-to|antwort an|organization|reply to)$/iu,
}

const originals =
  'original(?:nachricht| message| nachricht| e-mail)?|ursprüngliche (?:nachricht|e-mail|mail)|oryginalna wiadomość|(?:wiadomość|treść) (?:oryginalna|oryginału)|исходное (?:сообщение|письмо)|оригинальное (?:сообщение|письмо)|первоначальное сообщение|оригинално (?:писмо|съобщение)|originale nachricht|reply message|reply above this line'
export const originalLine = new RegExp(`^[-_=*\\s]{2,40}(?:${originals})\\s{0,3}:?[-_=*\\s]{2,40}$`, 'iu')

const forwardeds =
  'forwarded message|forwarded by [^-]{1,80}|weitergeleitete (?:nachricht|mail|e-mail)|przekazana wiadomość|(?:wiadomość|treść) przekazan[aej]+(?: wiadomości)?|treść przekazanej wiadomości|пересылаемое сообщение|пересланное сообщение|пересылаемое письмо|перенаправленное сообщение|препратено (?:съобщение|писмо)'
const beginnings =
  'begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|początek przekazywanej wiadomości|początek przekazanej wiadomości|начало переадресованного сообщения|начало на препратеното съобщение|начало на препратено съобщение'
export const forwardedLine = new RegExp(
  `^(?:[-_=*\\s]{2,40}(?:${forwardeds})\\s{0,3}:?[-_=*\\s]{2,40}|(?:${beginnings})\\s{0,3}:)$`,
  'iu',
)

/** What a telephone or a scanner adds at the end: below a quote it is no answer. */
export const footer = new RegExp(
  `^(?:sent (?:from|with|via) |get outlook |von meinem |gesendet (?:von|mit) |diese nachricht wurde |laden sie outlook |wysłan[eo] (?:z|przy) |pobierz |отправлено (?:с|из) |получить outlook |изпратено от |virus-free|без вирусов|wolny od wirusów|virenfrei|https?://\\S{1,200}$|_{5,60}$|={5,60}$)`,
  'iu',
)
