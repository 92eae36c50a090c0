import {
  attributionStart,
  isBlank,
  isFooterLine,
  isForeignAttribution,
  isForwardedLine,
  isHeaderBlock,
  isOriginalLine,
  isQuotedLine,
  isRunOn,
  isSignatureLine,
} from './lines.ts'

export interface FoldedText {
  /** What the sender wrote, with his signature; the whole text when he answered between or below the quotes. */
  visible: string
  /** What he quoted, from the line that introduces it; empty when nothing is folded. */
  quoted: string
}

/**
 * Parts a mail's text into what its sender wrote and what his program quoted below it (row E1). Something of his own
 * has to stay above; what is forwarded is the message itself and stays. Takes time in proportion to the text.
 */
export function foldQuotes(text: string, { isForward = false } = {}): FoldedText {
  const lines = text.replace(/\r\n?/gu, '\n').split('\n')
  const whole = { visible: trimLines(lines), quoted: '' }
  const cut = isForward ? null : findCut(lines)
  if (cut === null) return whole
  const visible = trimLines(withoutRule(lines.slice(0, cut)))
  return visible === '' ? whole : { visible, quoted: trimLines(lines.slice(cut)) }
}

function findCut(lines: readonly string[]): number | null {
  let hasWords = false
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isForwardedLine(line)) return null
    const start = quoteStart(lines, at)
    if (start !== null) return hasWordsAbove(lines, start) && isQuoteToTheEnd(lines, start, at) ? start : null
    if (isQuotedLine(line)) return hasWords && isOnlyQuote(lines, at) ? withForeign(lines, at) : null
    hasWords ||= !isBlank(line)
  }
  return null
}

/** The line above, where it introduces the quote in some other language and something stays above it. */
function withForeign(lines: readonly string[], at: number): number {
  let above = at - 1
  while (above > 0 && isBlank(lines[above] ?? '')) above -= 1
  return isForeignAttribution(lines[above] ?? '') && hasWordsAbove(lines, above) ? above : at
}

const hasWordsAbove = (lines: readonly string[], start: number): boolean =>
  lines.slice(0, start).some((line) => !isBlank(line) && !/^[_\-=*\s]+$/u.test(line))

/** The first line of what introduces a quote, if its last line (or the beginning of a block) stands at `at`. */
function quoteStart(lines: readonly string[], at: number): number | null {
  const line = lines[at] ?? ''
  if (isBlank(line)) return null
  if (isOriginalLine(line) || isRunOn(line) || isHeaderBlock(lines, at)) return at
  return attributionStart(lines, at)
}

/** Below an introduction: lines with > and nothing else, or, where nothing is marked with >, all that follows. */
function isQuoteToTheEnd(lines: readonly string[], start: number, at: number): boolean {
  const isInside = isQuotedLine(lines[start] ?? '')
  const next = isInside ? start : nextWords(lines, at + 1)
  return next === null || !isQuotedLine(lines[next] ?? '') || isOnlyQuote(lines, next)
}

function nextWords(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length; at++) if (!isBlank(lines[at] ?? '')) return at
  return null
}

/** Whether nobody answers from here on: quoted lines, an older quote's introduction, or a signature and footers. */
function isOnlyQuote(lines: readonly string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isBlank(line) || isQuotedLine(line) || isFooterLine(line)) continue
    if (isSignatureLine(line)) return true
    return isIntroduction(lines, at)
  }
  return true
}

/** Whether somebody answers in what stands below a quote, and not only signs, or quotes more. */
export const isAnswer = (below: string): boolean => !isOnlyQuote(below.split('\n'), 0)

/** An introduction that begins here, over so many lines as it may have. */
const isIntroduction = (lines: readonly string[], at: number): boolean =>
  [0, 1, 2, 3].some((more) => {
    const start = quoteStart(lines, at + more)
    return start !== null && start <= at
  })

/** Outlook draws a line above the headers of what it quotes. */
function withoutRule(lines: readonly string[]): readonly string[] {
  let end = lines.length
  while (end > 0 && isBlank(lines[end - 1] ?? '')) end -= 1
  return /^\s*[_-]{10,}\s*$/u.test(lines[end - 1] ?? '') ? lines.slice(0, end - 1) : lines
}

/** Joined, without blanks at the ends of lines and blank lines around. */
function trimLines(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}
