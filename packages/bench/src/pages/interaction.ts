import type { Browser } from 'playwright-core'
import { percentile } from '../stats.ts'
import { slowPage } from './browser.ts'

export interface Interactions {
  rows: number
  count: number
  /** From the press of a key or button to the next picture, milliseconds. */
  p75Ms: number | null
  p98Ms: number | null
}

// One value per interaction: the longest of its events, as INP counts. Shorter than 16 ms is not reported: taken as 16.
const watch = `
  window.__slow = new Map()
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.interactionId) window.__slow.set(entry.interactionId, Math.max(entry.duration, window.__slow.get(entry.interactionId) ?? 0))
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })`
const reported = 16

export interface DeskVisit {
  url: string
  cookie: { name: string; value: string; url: string }
  cpu: number
  seconds: number
}

/** An operator at work while messages arrive: opens one request after another and writes in its reply. */
export async function interactionsOf(
  browser: Browser,
  { url, cookie, cpu, seconds }: DeskVisit,
): Promise<Interactions> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: 'en-GB' })
  await context.addCookies([cookie])
  const page = await slowPage(context, cpu)
  await page.addInitScript(watch)
  await page.goto(url, { timeout: 60_000 })
  const region = page.getByRole('region', { name: 'Tasks in progress' })
  const rows = region.getByRole('listitem')
  await rows.first().waitFor({ timeout: 60_000 })
  await page.evaluate('window.__slow.clear()')
  const end = performance.now() + seconds * 1_000
  let done = 0
  while (performance.now() < end) {
    await rows
      .nth(done % 8)
      .getByRole('button')
      .first()
      .or(
        rows
          .nth(done % 8)
          .getByRole('link')
          .first(),
      )
      .first()
      .click({ timeout: 20_000 })
    done++
    const reply = page.getByRole('region', { name: 'Communication' }).getByRole('textbox').first()
    await reply.waitFor({ timeout: 20_000 })
    await reply.click()
    await page.keyboard.type('Hi', { delay: 60 })
    done += 3
    await page.waitForTimeout(200)
  }
  const slow: number[] = await page.evaluate('[...window.__slow.values()]')
  const shown = await rows.count()
  await context.close()
  const all = [...slow, ...Array.from({ length: Math.max(0, done - slow.length) }, () => reported)].toSorted(
    (a, b) => a - b,
  )
  return { rows: shown, count: all.length, p75Ms: percentile(all, 0.75), p98Ms: percentile(all, 0.98) }
}
