import { describe, expect, test } from 'vitest'
import { cutQuotes } from './cut-quotes.ts'
import { htmlText } from './html-text.ts'
import { safeHtml } from './safe-html.ts'

const rel = 'target="_blank" rel="noopener noreferrer nofollow"'
test.each([
  ['what mail is made of', '<p>a <b>b</b><br>c</p><ul><li>d</li></ul>', '<p>a <b>b</b><br />c</p><ul><li>d</li></ul>'],
  [
    'a table',
    '<table width="600"><tr><td colspan="2" onclick="x()">a</td></tr></table>',
    '<table width="600"><tr><td colspan="2">a</td></tr></table>',
  ],
  [
    'a link',
    '<a href="https://x.example/a?b=1&amp;c=2" class="k">x</a>',
    `<a href="https://x.example/a?b=1&amp;c=2" ${rel}>x</a>`,
  ],
  ['an address', '<a href="mailto:a@x.example">x</a>', `<a href="mailto:a@x.example" ${rel}>x</a>`],
  ['a path is no link', '<a href="/settings">x</a>', '<span>x</span>'],
  [
    'a remote image waits',
    '<img src="https://x.example/a.png" alt="A" width="20">',
    '<img alt="A" width="20" data-src="https://x.example/a.png" />',
  ],
  ['an image of the mail is named', '<img src="cid:own">', '<img data-cid="own" />'],
  ['also where its name is encoded', '<img src="cid:p%40x">', '<img data-cid="p@x" />'],
  ['one of another mail is not', '<p>a<img src="cid:foreign"></p>', '<p>a</p>'],
  ['a pasted picture', '<img src="data:image/png;base64,iVBORw0K">', '<img src="data:image/png;base64,iVBORw0K" />'],
  ['a dot that counts readers', '<p>a<img src="https://x.example/o.gif" width="1" height="1"></p>', '<p>a</p>'],
  [
    'and one hidden by its style',
    '<p>a<img src="https://x.example/o.gif" style="height:0px;width:0px"></p>',
    '<p>a</p>',
  ],
  ['words of what is not allowed stay', '<section><article>a</article></section>', 'a'],
  ['words of scripts and styles do not', '<style>p{}</style><script>x</script><title>t</title>a', 'a'],
  ['nothing', '', ''],
])('%s', (_what, html, safe) => expect(safeHtml(html, new Set(['own', 'p@x']))).toBe(safe))

test.each([
  ['color: RED; background-color:#fff', 'color:RED;background-color:#fff'],
  ['font-size:12.5pt; text-align: center', 'font-size:12.5pt;text-align:center'],
  ['color:rgb(1, 2, 3)', 'color:rgb(1, 2, 3)'],
  ['font-size:999px', ''],
  ['font-size:100em', ''],
  ['position:fixed;top:0;display:none;width:100vw', ''],
  ['color:url(x);color:\\72 ed;color:var(--x);color:u/**/rl(x)', ''],
  ['background:red', ''],
  ['constructor:red;__proto__:red', ''],
  [';;:;', ''],
])('the style %j', (style, kept) => {
  expect(safeHtml(`<p style="${style}">a</p>`)).toBe(kept === '' ? '<p>a</p>' : `<p style="${kept}">a</p>`)
})

describe('quotes in HTML', () => {
  const attribution = 'On 5 Oct 2026 at 12:10, Kawa &lt;a@x.example&gt; wrote:'
  test.each([
    [
      'Gmail',
      `<div>Yes.</div><div class="gmail_quote"><div class="gmail_attr">${attribution}</div><blockquote class="gmail_quote">Yes?</blockquote></div>`,
    ],
    [
      'Thunderbird in a language that we do not know',
      '<p>Yes.</p><div class="moz-cite-prefix">Le 5 octobre, Kawa a écrit :</div><blockquote type="cite">Yes?</blockquote>',
    ],
    ['Apple', `<div>Yes.</div><div><blockquote type="cite"><div>${attribution}</div>Yes?</blockquote></div>`],
    ['Outlook', '<p>Yes.</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">x</div><p>Yes?</p>'],
    ['Outlook in frames of a gateway', '<div><p>Yes.</p></div><div><div id="x_divRplyFwdMsg">x</div><p>Yes?</p></div>'],
    ['a line of text and a blockquote', `<div>Yes.</div><div>${attribution}</div><blockquote>Yes?</blockquote>`],
    [
      'headers in a table',
      '<p>Yes.</p><table><tr><td>From:</td><td>Kawa &lt;a@x.example&gt;</td></tr><tr><td>Date:</td><td>5.10.</td></tr><tr><td>Subject:</td><td>Lid</td></tr></table><p>Yes?</p>',
    ],
  ])('%s', (_program, html) => {
    const { visible, quoted } = cutQuotes(html)
    expect(htmlText(visible)).toBe('Yes.')
    expect(htmlText(quoted ?? '')).toMatch(/Yes\?$/u)
  })

  test.each([
    ['an answer below', '<blockquote type="cite">Yes?</blockquote><p>Yes.</p>'],
    [
      'answers between',
      '<p>See.</p><blockquote type="cite">A?</blockquote><p>a</p><blockquote type="cite">B?</blockquote><p>b</p>',
    ],
    ['nothing above', `<div class="gmail_quote">${attribution}<blockquote class="gmail_quote">Yes?</blockquote></div>`],
    ['a quote of his own', '<p>As they say:</p><blockquote>Coffee first.</blockquote>'],
    [
      'a forwarded mail',
      '<p>See.</p><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: x</div>Hello</div>',
    ],
    ['a hundred quotes of his own', `<p>a</p>${'<blockquote>b</blockquote>'.repeat(100)}`],
  ])('whole: %s', (_what, html) => {
    const { visible, quoted } = cutQuotes(html)
    expect(quoted).toBeNull()
    expect(htmlText(visible)).toBe(htmlText(html))
  })

  test('what a mail hides is not shown', () => {
    expect(
      htmlText(
        cutQuotes('<div style="display:none">secret</div><p>a</p><span style="MSO-HIDE : all">b</span>').visible,
      ),
    ).toBe('a')
  })
})

test('no HTML takes long, however it is nested', () => {
  const pieces = [
    '<div>',
    '<b>',
    '</i>',
    '<blockquote>',
    '<table><tr><td>',
    '<p>From: a@b</p>',
    '<a href="',
    '<!--',
    '<img src="cid:',
    '<p style="',
    '&',
    '<',
    '<div style="color:red;">',
    '<b>From:</b>',
  ]
  for (const piece of pieces) {
    const html = `<p>a</p>${piece.repeat(30_000 / Math.max(1, piece.split('<').length - 1))}`
    const start = Date.now()
    const { visible, quoted } = cutQuotes(html)
    htmlText(safeHtml(visible) + safeHtml(quoted ?? ''))
    expect([piece, Date.now() - start < 5_000]).toEqual([piece, true])
  }
}, 120_000)
