import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium (CARE_CHROMIUM names another), else Playwright's own. */
export async function openBrowser(): Promise<Browser> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found =
    process.env['CARE_CHROMIUM'] ??
    names.flatMap((name) => folders.map((dir) => join(dir, name))).find((file) => existsSync(file))
  return chromium.launch({ args: flags, ...(found ? { executablePath: found } : {}) })
}

/** How slow a machine and a line the pages are looked at with. */
export const throttle = { cpu: 4, megabitsPerSecond: 10 }

export async function slowPage(context: BrowserContext, cpu: number = throttle.cpu): Promise<Page> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const bytesPerSecond = (throttle.megabitsPerSecond * 1e6) / 8
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu })
  return page
}
