const answers = 're|aw|antw|antwort|odp|ha|на|отв|ответ|отг|отговор|sv|vs|ynt|rv|res'
const forwards = 'fw|fwd|wg|pd|przekaż|przekazana|пер|пересл|пересылка|препр|препратено|tr|enc'
// The length of blanks is bounded: a subject is a stranger's, and the pattern is tried at each prefix.
const prefix = new RegExp(
  `^\\s{0,20}(?:(${answers})|(${forwards}))\\s{0,3}(?:[[(^]?\\d{1,3}[\\])]?)?\\s{0,3}[:：]`,
  'iu',
)

/** The subject without Re:, Fwd:, AW:, Odp:, Отв: and their kind, in any number, blanks drawn together. */
export function normalSubject(subject: string): string {
  let rest = subject
  for (let found = prefix.exec(rest); found !== null; found = prefix.exec(rest)) rest = rest.slice(found[0].length)
  return rest.replace(/\s+/gu, ' ').trim()
}

/** Whether the mail was forwarded, by what stands first in its subject. */
export const isForwardSubject = (subject: string): boolean => prefix.exec(subject)?.[2] !== undefined

/** The number of a request written as [#123] or [REQ-123] in a subject; null when there is none. */
export function requestNumberIn(subject: string): number | null {
  const digits = /\[(?:#|REQ-)(\d{1,9})\]/iu.exec(subject)?.[1]
  return digits === undefined || Number(digits) === 0 ? null : Number(digits)
}
