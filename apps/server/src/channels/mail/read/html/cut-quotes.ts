import { isAnswer, isAttribution, isForwardedLine, isHeaderBlock, isOriginalLine } from '@care/domain/mail'
import { parseDocument } from 'htmlparser2'
import {
  after,
  attribute,
  from,
  htmlOf,
  isBlock,
  isElement,
  parentOf,
  removeAll,
  walk,
  words,
  type Element,
  type Node,
} from './dom.ts'
import { isHidden } from './styles.ts'

export interface CutHtml {
  visible: string
  quoted: string | null
}

/** Deeper HTML is not cut: no program nests so, and what writes it out again is recursive. */
const deepest = 400
/** Characters that say who wrote, or the headers of what is quoted. */
const introduction = 800
/** Blockquotes that are none, at most: each is looked at with what stands around it. */
const mostMarks = 50

/**
 * Parts HTML into what the sender wrote and what his program quoted below it, by the marks that programs leave and by
 * the words above (row E1). As with text, something has to stay above, and answers below or between keep it whole.
 * Neither part is safe yet.
 */
export function cutQuotes(html: string, { isForward = false } = {}): CutHtml {
  const document = parseDocument(html)
  const hidden: Node[] = []
  for (const { node, depth } of walk(document.children)) {
    if (depth > deepest) return { visible: html, quoted: null }
    if (isElement(node) && isHidden(attribute(node, 'style'))) hidden.push(node)
  }
  removeAll(hidden)
  const start = isForward ? null : findStart(document.children)
  if (start === null) return { visible: htmlOf(document.children), quoted: null }
  const rest = [...from(start)]
  const quoted = htmlOf(rest)
  removeAll(rest)
  return { visible: htmlOf(document.children), quoted }
}

/** Where the quote begins, with what introduces it; null where nothing is to be cut. */
function findStart(roots: readonly Node[]): Node | null {
  let tried = 0
  for (const { node } of walk(roots)) {
    if (node.type === 'text' && isForwardedLine(node.data)) return null
    const mark = markAt(node)
    if (mark === null) continue
    if ((tried += 1) > mostMarks) return null
    const start = mark === 'quote' ? introductionOf(node) : top(node)
    if (start === null) continue
    if (words([node], introduction).split('\n').some(isForwardedLine)) return null
    const isEnd = mark === 'rest' || !isAnswer(words(after(quoteIn(node))))
    return isEnd && hasContentBefore(roots, start) ? start : null
  }
  return null
}

/** What of a program's frame is the quote itself: answers may stand below it in the same frame. */
function quoteIn(frame: Node): Node {
  for (const { node } of walk([frame])) if (nameOf(node) === 'blockquote') return node
  return frame
}

/** `quote`: this element is the quote; `rest`: all from here on is it. */
function markAt(node: Node): 'quote' | 'rest' | null {
  if (node.type === 'text') return node.data.length < 200 && isOriginalLine(node.data) ? 'rest' : null
  if (!isElement(node)) return null
  if (isQuote(node)) return 'quote'
  if (isRest(node)) return 'rest'
  return isLabel(node) && startsHeaders(node) ? 'rest' : null
}

const quoteClass =
  /(?:^|[\s_])(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|cremed|wp-cite)(?:\s|$)|yahoo_quoted$/u
function isQuote(node: Element): boolean {
  if (node.name === 'blockquote') return true
  return (
    quoteClass.test(attribute(node, 'class')) ||
    (node.name === 'div' && attribute(node, 'name') === 'quote') ||
    /^(?:mail-app-auto-quote|isReplyContent|oriMsgHtmlSeperator)$/u.test(attribute(node, 'id'))
  )
}

/** The separators of Outlook in its kinds, Zimbra and others. */
const isRest = (node: Element): boolean =>
  /^(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|zwchr|reply-intro)$/u.test(
    attribute(node, 'id'),
  ) ||
  attribute(node, 'data-marker') === '__DIVIDER__' ||
  /(?:^|\s)(?:OutlookMessageHeader|gmail_quote_separator)(?:\s|$)/u.test(attribute(node, 'class'))

const isLabel = (node: Element): boolean =>
  ['b', 'strong', 'span', 'font', 'td', 'p', 'div'].includes(node.name) &&
  /^\s*\p{L}[\p{L} ]{1,14}:/u.test(firstWords(node))
const firstWords = (node: Element): string => words([node], 30).trimStart()

const startsHeaders = (node: Element): boolean => {
  const lines = words(from(node), introduction).split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  return first >= 0 && isHeaderBlock(lines, first)
}

/** Up to the outermost element that begins with this one, so that no empty frame stays above the cut. */
function top(start: Node): Node {
  let node = start
  for (
    let parent = parentOf(node);
    parent !== null && !['body', 'html'].includes(nameOf(parent));
    parent = parentOf(node)
  ) {
    if (hasWordsBefore(node)) break
    node = parent
  }
  const before = previous(node)
  return before !== null && nameOf(before) === 'hr' ? before : node
}
const nameOf = (node: Node): string => (isElement(node) ? node.name : '')
const hasWordsBefore = (node: Node): boolean => {
  for (let before = node.prev; before !== null; before = before.prev) if (words([before], 1).trim() !== '') return true
  return false
}
const isEmpty = (node: Node): boolean =>
  nameOf(node) !== 'hr' && nameOf(node) !== 'img' && words([node], 1).trim() === ''
function previous(node: Node): Node | null {
  let before = node.prev
  while (before !== null && isEmpty(before)) before = before.prev
  return before
}

/**
 * The quote with the line above it that says who wrote. A bare blockquote without one is the sender's own, as in an
 * article; null then.
 */
function introductionOf(quote: Node): Node | null {
  let start: Node | null = null
  let text = ''
  const outermost = top(quote)
  for (let node = previous(outermost); node !== null && text.length < introduction; node = node.prev) {
    text = `${words([node], introduction)}${text}`
    if (isPrefix(node) || isAttribution(text.replace(/\s+/gu, ' ').trim())) start = node
    // A block is the whole line; what is not in one goes on to the left.
    if (isBlock(node) && text.trim() !== '') break
  }
  if (start !== null) return start
  return isElement(quote) && hasMark(quote) ? outermost : null
}
/** Marked as such by Thunderbird and Gmail, in whatever language. */
const isPrefix = (node: Node): boolean =>
  isElement(node) && /(?:^|\s)(?:moz-cite-prefix|gmail_attr)(?:\s|$)/u.test(attribute(node, 'class'))
const hasMark = (quote: Element): boolean =>
  // Mail.ru writes who wrote into the quote.
  isAttribution(words([quote], introduction).trim().split('\n', 1).join('')) ||
  quote.name !== 'blockquote' ||
  attribute(quote, 'type') === 'cite' ||
  attribute(quote, 'class').includes('gmail_quote')

function hasContentBefore(roots: readonly Node[], start: Node): boolean {
  for (const { node } of walk(roots)) {
    if (node === start) return false
    if (node.type === 'text' && /[^\s\u00a0_\-=*]/u.test(node.data) && !isUnseen(node)) return true
    if (isElement(node) && node.name === 'img') return true
  }
  return false
}
const isUnseen = (node: Node): boolean => ['style', 'title', 'script'].includes(nameOf(parentOf(node) ?? node))
