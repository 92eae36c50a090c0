import { convert, type HtmlToTextOptions } from 'html-to-text'

const quiet = { leadingLineBreaks: 1, trailingLineBreaks: 1, uppercase: false }
const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: 300, maxChildNodes: 50_000, maxInputLength: 1_200_000 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: quiet })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block' },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
    { selector: 'th', format: 'inlineSurround', options: { suffix: ' ' } },
  ],
}

/** The words of (safe) HTML, with > before what stands in a blockquote. */
export const htmlText = (html: string): string =>
  convert(html, options)
    .replace(/\u00a0/gu, ' ')
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()
