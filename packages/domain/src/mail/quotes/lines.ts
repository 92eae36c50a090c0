import {
  footer,
  forwardedLine,
  labels,
  opening,
  originalLine,
  quotingWord,
  timeOfDay,
  wroteWord,
  year,
  youWrote,
} from './words.ts'

/** A longer line is prose; the patterns below are never tried on one. */
const longestLine = 400
/** Lines over which programs wrap who wrote and when. */
const attributionLines = 4

export const isBlank = (line: string): boolean => line.trim() === ''
/** Quoted with >, also with the initials that The Bat! puts before it. */
export const isQuotedLine = (line: string): boolean => /^[ \t\u00a0]{0,3}[\p{L}\p{N}]{0,3}>/u.test(line)
export const isSignatureLine = (line: string): boolean => /^-- ?$/u.test(line)
export const isFooterLine = (line: string): boolean => line.length < longestLine && footer.test(line.trim())

/** The line without quote signs, bold marks and odd blanks. */
const bare = (line: string): string =>
  line
    .replace(/^[>\s]{0,20}/u, '')
    .replace(/[\u200b-\u200f\u2060-\u2069\ufeff*]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

export const isForwardedLine = (line: string): boolean => line.length < longestLine && forwardedLine.test(bare(line))

/** "-----Original Message-----" in its languages, or Zoho's "---- On … wrote ---". */
export function isOriginalLine(line: string): boolean {
  if (line.length >= longestLine) return false
  const text = bare(line)
  if (originalLine.test(text)) return true
  return /^-{2,10} ?on .{10,300} wrote ?-{2,10}$/iu.test(text)
}

/** Yahoo on telephones: who wrote, two blanks or more, and the quote in the same line. */
export function isRunOn(line: string): boolean {
  const colon = line.slice(0, longestLine).search(/: {2,}\S/u)
  return colon > 0 && isAttribution(bare(line.slice(0, colon + 1)))
}

/** Where a line ends in a colon and those above it say who wrote and when, the first of these lines; else null. */
export function attributionStart(lines: readonly string[], end: number): number | null {
  if (!/[:：]\s{0,4}$/u.test(lines[end] ?? '')) return null
  let joined = ''
  for (let start = end; start >= 0 && end - start < attributionLines; start--) {
    const line = lines[start] ?? ''
    // A name may stand on its own above an address, but blank lines part paragraphs.
    if (isBlank(line) || line.length >= longestLine) return null
    joined = joined === '' ? bare(line) : `${bare(line)} ${joined}`
    if (isAttribution(joined)) return upwards(lines, start, end)
  }
  return null
}

/** In a language that is not known: date, time, address, colon, and lines with > below. */
export function isForeignAttribution(line: string): boolean {
  const text = line.length < longestLine ? bare(line) : ''
  return text.endsWith(':') && hasAddress(text) && timeOfDay.test(text) && /(?<!\d)20\d{2}(?!\d)/u.test(text)
}

const hasAddress = (text: string): boolean => /\S@\S/u.test(text)

/** Whether this, on one line, says who wrote what follows, and when. */
export function isAttribution(text: string): boolean {
  if (quotingWord.test(text) && hasAddress(text)) return true
  const isDated = timeOfDay.test(text) && year.test(text)
  if (youWrote.test(text)) return isDated
  if (wroteWord.test(text))
    return opening.test(text) ? isDated || (hasAddress(text) && /\d/u.test(text)) : isSigned(text, isDated)
  // Gmail in Russian, Mail.ru and Yandex have no verb: date, time, address, colon.
  return opening.test(text) && isDated && /[\s<(]\S{1,100}@\S{1,200} ?:$/u.test(text)
}

/** "Anna Nowak <anna@example.com> wrote:" and "Anna wrote on 05.10.2026 12:10:": the sentence is that and no more. */
const isSigned = (text: string, isDated: boolean): boolean =>
  text.length < 160 && !/[.!?…]\s\p{Lu}\p{L}+\s\p{Ll}/u.test(text) && (isDated || /<\S{1,100}@\S{1,200}>/u.test(text))

/** Programs wrap long names: what begins with the date a line or two higher belongs to it. */
function upwards(lines: readonly string[], start: number, end: number): number {
  if (opening.test(bare(lines[start] ?? ''))) return start
  for (let above = start - 1; above >= 0 && end - above < attributionLines; above--) {
    const text = bare(lines[above] ?? '')
    if (text === '') return start
    if (opening.test(text) && /\d/u.test(text) && !/[.!?]$/u.test(text)) return above
  }
  return start
}

type Label = keyof typeof labels
/** The value after "From:" and the like, with the label's kind; null for other lines. */
function labelled(line: string): { label: Label; value: string } | null {
  if (line.length >= longestLine * 5) return null
  const text = bare(line)
  const colon = text.indexOf(':')
  if (colon <= 0 || colon > 20) return null
  const word = text.slice(0, colon).trim()
  const label = (Object.keys(labels) as Label[]).find((kind) => labels[kind].test(word))
  return label === undefined ? null : { label, value: text.slice(colon + 1).trim() }
}

/** Lines in which the labels of one block stand. */
const blockLines = 12

/**
 * Whether the headers of a quoted mail begin here, as Outlook, Notes and web mail write them. Who writes of a way from
 * one place to another has neither address nor subject.
 */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const first = labelled(lines[at] ?? '')
  if (first === null || (first.label !== 'from' && first.label !== 'date')) return false
  const seen = new Set<Label>()
  let isProved = false
  let others = 0
  for (const line of lines.slice(at, at + blockLines)) {
    if (isBlank(line)) continue
    const found = labelled(line)
    // Long lists of recipients go on in the next lines.
    if (found === null && (others += 1) > 2) break
    if (found === null) continue
    // A block has one sender; the next begins another.
    if (found.label === 'from' && seen.has('from')) break
    seen.add(found.label)
    if (found.label === 'subject' || (found.label === 'from' && hasAddress(found.value))) isProved = true
  }
  return isProved && seen.has('from') && seen.size >= 3
}
