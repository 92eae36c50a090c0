import { parseDocument } from 'htmlparser2'
import { escapeHtml, type MailHtml } from '../../modules/mails/index.ts'
import { attribute, htmlOf, isElement, walk } from './read/html/dom.ts'

interface Looks {
  /** Pictures from elsewhere are fetched: who sent the mail learns that it is read. */
  images: 'own' | 'all'
  look: 'light' | 'dark'
}

const colours = { light: ['#1c2430', '#0b57d0'], dark: ['#e6eaf0', '#8ab4f8'] } as const
const styles = ([ink, link]: readonly [string, string]): string =>
  [
    `body{display:flow-root;margin:0;font:14px/1.45 system-ui,sans-serif;color:${ink};overflow-wrap:anywhere;overflow-y:hidden}`,
    `a{color:${link}}img{max-width:100%;height:auto}table{max-width:100%}p{margin:0 0 .7em}`,
    'pre{font:inherit;white-space:pre-wrap;margin:0}',
    'blockquote{margin:.4em 0;padding-left:.8em;border-left:3px solid #8a94a6}',
    '.paper{background:#fff;padding:8px}',
  ].join('')

/**
 * A mail as a page for a frame, with the policy that it is sent with. The frame is sandboxed by both: no script, form,
 * frame or plug-in, nothing from elsewhere unless pictures are asked for. It keeps its origin, which without scripts
 * lets nobody do anything but the desk, who measures it: what has no origin has no height that can be read. A page of
 * its own and not `srcdoc`, because that has the policy of the desk, which would have to allow pictures from everywhere.
 */
export function framePage(
  { html, text, inlineFiles }: MailHtml,
  { images, look }: Looks,
): Record<'page' | 'policy', string> {
  const shown = html === null ? `<pre>${escapeHtml(text)}</pre>` : withPictures(html, inlineFiles, images)
  // Whose colours are chosen for white paper stands on it in the dark as well: half of the words would vanish.
  const isPaper = look === 'dark' && html !== null && /\s(?:bgcolor|color)="|[\s";](?:background-)?color:/iu.test(html)
  const scheme = isPaper ? 'light' : look
  return {
    page: [
      '<!doctype html><html><head><meta charset="utf-8">',
      `<meta name="color-scheme" content="${scheme}"><style>${styles(colours[scheme])}</style></head>`,
      `<body${isPaper ? ' class="paper"' : ''} dir="auto">${shown}</body></html>`,
    ].join(''),
    policy: [
      "default-src 'none'",
      `img-src 'self' data:${images === 'all' ? ' https: http:' : ''}`,
      "style-src 'unsafe-inline'",
      "form-action 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self'",
      'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    ].join('; '),
  }
}

/** Pictures of the mail itself are its own files and no others; those from elsewhere keep their address to themselves. */
function withPictures(html: string, inlineFiles: MailHtml['inlineFiles'], images: Looks['images']): string {
  const document = parseDocument(html)
  for (const { node } of walk(document.children)) {
    if (!isElement(node) || node.name !== 'img') continue
    const cid = attribute(node, 'data-cid')
    const fileId = Object.hasOwn(inlineFiles, cid) ? inlineFiles[cid] : undefined
    const remote = attribute(node, 'data-src')
    if (fileId !== undefined) node.attribs['src'] = `/api/files/${encodeURIComponent(fileId)}`
    else if (images === 'all' && /^https?:\/\//iu.test(remote)) node.attribs['src'] = remote
  }
  return htmlOf(document.children)
}
