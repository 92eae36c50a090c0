import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'

interface Attack {
  attack: string
  safe: string
}
// Written by the server's own table test, which fails when it is not what the server makes of them today.
const attacks = JSON.parse(readFileSync(new URL('../fixtures/mail-attacks.json', import.meta.url), 'utf8')) as Attack[]
const policy =
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
  '<meta name="referrer" content="no-referrer">'

/** What is deferred (refresh, animations, errors of images) has its time: milliseconds. */
const deferred = 1_000

/** What happened in a page: scripts that called `pwn`, and what was fetched beside the page itself. */
async function watch(page: Page) {
  const seen = { runs: 0, dialogs: 0, requests: [] as string[] }
  await page.exposeFunction('pwned', () => {
    seen.runs += 1
  })
  page.on('dialog', (dialog) => {
    seen.dialogs += 1
    void dialog.dismiss()
  })
  page.on('popup', (popup) => seen.requests.push(`popup ${popup.url()}`))
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    if (url === 'https://desk.example/') return route.fulfill({ contentType: 'text/html', body: '<body></body>' })
    if (!url.startsWith('data:')) seen.requests.push(url)
    return route.fulfill({ status: 204, body: '' })
  })
  await page.goto('https://desk.example/')
  await page.evaluate(() => {
    window.addEventListener('message', ({ data }) => {
      if (data === 'pwn') (window as unknown as { pwned(): void }).pwned()
    })
  })
  return seen
}

/**
 * Shows each in a frame of its own and goes over what is in it with the mouse. Without `sandbox` a frame has no walls
 * at all, and the driver of Chromium sees every request of it: walls are processes there.
 */
async function showAll(page: Page, documents: readonly string[], sandbox?: string): Promise<void> {
  await page.evaluate(
    async ([all, flags]) => {
      const loaded = all.map(
        (html) =>
          new Promise<void>((resolve) => {
            const frame = document.createElement('iframe')
            if (flags !== undefined) frame.setAttribute('sandbox', flags)
            frame.srcdoc = html
            frame.addEventListener('load', () => resolve(), { once: true })
            document.body.append(frame)
          }),
      )
      await Promise.all(loaded)
    },
    [documents, sandbox] as const,
  )
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue
    // A frame that its content led away is caught by the requests; there is nothing to be clicked in it.
    const links = await frame
      .locator('[onclick], [onmouseover], p, div')
      .all()
      .catch(() => [])
    for (const link of links.slice(0, 3))
      await link.dispatchEvent('mouseover', {}, { timeout: 500 }).catch(() => undefined)
  }
  await page.waitForTimeout(deferred)
}

test('what is left of attacks runs nothing and loads nothing where mail is shown', async ({ page }) => {
  const seen = await watch(page)
  await showAll(
    page,
    attacks.map(({ safe }) => `<!doctype html>${policy}${safe}`),
    '',
  )
  expect(seen).toEqual({ runs: 0, dialogs: 0, requests: [] })
})

const open = '<!doctype html><script>var pwn = () => parent.postMessage("pwn", "*")</script>'

test('and also where neither sandbox nor policy would stop it', async ({ page }) => {
  const seen = await watch(page)
  await showAll(
    page,
    attacks.map(({ safe }) => open + safe),
  )
  expect(seen).toEqual({ runs: 0, dialogs: 0, requests: [] })
})

test('the attacks themselves do run and load there, so that the tests above say something', async ({ context }) => {
  // A few on a page, since some of them get in the way of others.
  const quarter = Math.ceil(attacks.length / 4)
  const seen = await Promise.all(
    [0, 1, 2, 3].map(async (part) => {
      const page = await context.newPage()
      const here = await watch(page)
      await showAll(
        page,
        attacks.slice(part * quarter, (part + 1) * quarter).map(({ attack }) => open + attack),
      )
      return here
    }),
  )
  expect(seen.reduce((sum, { runs }) => sum + runs, 0)).toBeGreaterThan(20)
  const fetched = seen.flatMap(({ requests }) => requests).filter((url) => url.includes('evil.example'))
  expect(fetched.length).toBeGreaterThan(20)
})
