import sanitizeHtml, { type Attributes, type IOptions, type Tag } from 'sanitize-html'
import { allowedStyles } from './styles.ts'

const blocks = 'p div br hr pre blockquote center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd'
const inline = 'a b strong i em u s strike del ins sub sup small big code tt span font abbr img'
const tables = 'table caption colgroup col thead tbody tfoot tr th td'
const alike = ['align', 'dir', 'lang', 'style']
const ofCells = ['bgcolor', 'valign', 'width', 'height', 'colspan', 'rowspan']

/** Links that leave the house, to a place that is named in full: a path alone would be one of ours. */
const linkForm = /^(?:https?:\/\/[^\s]|mailto:|tel:)/iu
const remoteForm = /^https?:\/\/[^\s]/iu
const pictureForm = /^data:image\/(?:png|jpe?g|gif|webp);base64,[\w+/=\s]{1,700000}$/iu
const cidForm = /^cid:(.{1,250})$/isu

const isDot = (value: string | undefined): boolean => /^\s*[01](?:px)?\s*$/u.test(value ?? '')
const isDotStyle = (style: string | undefined): boolean =>
  /(?:^|[;\s])(?:max-)?(?:width|height)\s{0,3}:\s{0,3}[01](?:px)?\s{0,3}(?:;|!|$)/iu.test(style ?? '')

/** Browsers drop these out of addresses before they read the scheme. */
const plainUrl = (url: string | undefined): string =>
  (url ?? '').replace(/[\p{Cc}\u200b-\u200f\u2028\u2029\ufeff]/gu, '').trim()

const gone: Tag = { tagName: 'img', attribs: {} }

/**
 * What an image loads: of the mail itself it names a part (`data-cid`), from the net an address (`data-src`) that
 * nothing loads until the operator asks for it. Dots that report that a mail was opened are left out.
 */
function safeImage(attribs: Attributes, cids: ReadonlySet<string>): Tag {
  const src = plainUrl(attribs['src'])
  if (isDot(attribs['width']) || isDot(attribs['height']) || isDotStyle(attribs['style'])) return gone
  const { alt, width, height } = attribs
  const kept: Attributes = {}
  if (alt !== undefined) kept['alt'] = alt
  if (width !== undefined && /^\d{1,4}%?$/u.test(width)) kept['width'] = width
  if (height !== undefined && /^\d{1,4}%?$/u.test(height)) kept['height'] = height
  const cid = cidForm.exec(src)?.[1]
  if (cid !== undefined) {
    const part = [cid, decoded(cid)].find((name) => cids.has(name))
    return part === undefined ? gone : { tagName: 'img', attribs: { ...kept, 'data-cid': part } }
  }
  if (remoteForm.test(src)) return { tagName: 'img', attribs: { ...kept, 'data-src': src } }
  return pictureForm.test(src) ? { tagName: 'img', attribs: { ...kept, src } } : gone
}

/** Content-IDs stand in addresses percent-encoded (RFC 2392 2). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function safeLink({ href, ...attribs }: Attributes): Tag {
  const url = plainUrl(href)
  if (!linkForm.test(url)) return { tagName: 'span', attribs }
  return { tagName: 'a', attribs: { ...attribs, href: url, target: '_blank', rel: 'noopener noreferrer nofollow' } }
}

const optionsFor = (cids: ReadonlySet<string>): IOptions => ({
  allowedTags: [blocks, inline, tables].join(' ').split(' '),
  allowedAttributes: {
    '*': alike,
    a: ['href', 'target', 'rel'],
    img: ['src', 'data-src', 'data-cid', 'alt', 'width', 'height'],
    font: ['color', 'size'],
    ol: ['start', 'type'],
    table: ['bgcolor', 'width', 'border', 'cellpadding', 'cellspacing'],
    col: ['width'],
    tr: ['bgcolor', 'valign'],
    td: ofCells,
    th: ofCells,
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data', 'http', 'https'] },
  allowedSchemesAppliedToAttributes: ['href', 'src', 'data-src'],
  allowProtocolRelative: false,
  allowedStyles,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'title',
    'xmp',
    'template',
    'iframe',
    'object',
    'math',
    'svg',
    'noembed',
    'noframes',
  ],
  nestingLimit: 250,
  enforceHtmlBoundary: false,
  transformTags: {
    a: (_name, attribs) => safeLink(attribs),
    img: (_name, attribs) => safeImage(attribs, cids),
  },
  exclusiveFilter: ({ tag, attribs }) =>
    tag === 'img' && !['src', 'data-src', 'data-cid'].some((name) => name in attribs),
})

/**
 * The HTML of a mail as it may stand in a sandboxed frame (row E1): an allow-list of tags, attributes and styles; no
 * script, form, frame or address that loads by itself. `cids` are the parts of the same mail, the only ones that its
 * images may name.
 */
export const safeHtml = (html: string, cids: ReadonlySet<string> = new Set()): string =>
  sanitizeHtml(html, optionsFor(cids)).trim()
