import type { Browser, Page } from 'playwright-core'
import { slowPage } from './browser.ts'

export interface Paint {
  /** When the largest thing of the first screen stood there, milliseconds from the navigation. */
  lcpMs: number
  /** How much moved that had been shown. */
  shift: number
  requests: number
  /** As sent over the line, with heads. */
  transferKiB: number
}
interface Cookie {
  name: string
  value: string
  url: string
}

// Runs in the page, before its own scripts; the types of the browser are not known here.
const watch = `
  window.__paint = { lcp: 0, shift: 0 }
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.__paint.lcp = entry.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__paint.shift += entry.value })
    .observe({ type: 'layout-shift', buffered: true })`
const quietMs = 1_500

/** Opens a page in a fresh profile (nothing cached) on a slow machine and line. */
export async function paintOf(
  browser: Browser,
  url: string,
  until: (page: Page) => Promise<unknown>,
  cookies: Cookie[] = [],
): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 }, locale: 'en-GB' })
  await context.addCookies(cookies)
  const page = await slowPage(context)
  await page.addInitScript(watch)
  const [requests, devtools] = [{ count: 0, bytes: 0 }, await context.newCDPSession(page)]
  await devtools.send('Network.enable')
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    requests.count++
    requests.bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  await until(page)
  await page.waitForTimeout(quietMs)
  const seen: { lcp: number; shift: number } = await page.evaluate('window.__paint')
  await context.close()
  return { lcpMs: seen.lcp, shift: seen.shift, requests: requests.count, transferKiB: requests.bytes / 1_024 }
}
