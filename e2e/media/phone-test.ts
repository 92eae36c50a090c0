import { test as base, type Browser, type Page } from '@playwright/test'
import { freePair } from '../fixtures/free-port.ts'
import { type AskedDesk, startAskedDesk } from './bed/asked-desk.ts'
import type { Browsers } from './bed/browsers.ts'
import { attachLogs, browsersOfWorker, customersNumber, passwords, pulse, rtpengine } from './bed/fixtures.ts'
import { type Exchange, startExchange } from './bed/kamailio.ts'
import { openOperatorLine, type OperatorLine } from './bed/operator-line.ts'
import { openSoftphonePage } from './bed/softphone-page.ts'
import { startTelephone, type Telephone } from './bed/telephone.ts'

interface Bed {
  desk: AskedDesk
  /** The port of what turns the sound of browsers into that of telephones. */
  rtpengine: number
  exchange: Exchange
  telephone: Telephone
  softphoneOrigin: string
  browsers: Browsers
  pulse: string
}
interface Tools {
  /** A page with the registered line of an operator; `singing` is what is said into its microphone, in Hz; Firefox has its own. */
  openLine: (user: string, options?: { password?: string; singing?: number | 'firefox' }) => Promise<OperatorLine>
  bedLog: void
}
/** So long one operator rings, in ms. */
export const ringMs = 4_000

/** A telephone exchange, a telephone behind it, and lines of operators in browsers. */
export const test = base.extend<Tools, Bed>({
  desk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
    async ({}, provide) => {
      const desk = await startAskedDesk()
      await provide(desk)
      await desk.close()
    },
    { scope: 'worker' },
  ],
  rtpengine,
  exchange: [
    async ({ desk, rtpengine: rtpenginePort }, provide) => {
      const { askUrl, eventsUrl, secret } = desk
      const exchange = await startExchange({
        askUrl,
        eventsUrl,
        secret,
        rtpenginePort,
        trunkPort: await freePair(),
        lines: passwords,
        ringMs,
      })
      await provide(exchange)
      await exchange.stop()
    },
    { scope: 'worker' },
  ],
  telephone: [
    async ({ exchange }, provide) => {
      const telephone = await startTelephone(customersNumber, exchange.trunkPort, exchange.sipPort)
      await provide(telephone)
      await telephone.stop()
    },
    { scope: 'worker' },
  ],
  softphoneOrigin: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
    async ({}, provide) => {
      const { origin, close } = await openSoftphonePage()
      await provide(origin)
      await close()
    },
    { scope: 'worker' },
  ],
  browsers: browsersOfWorker,
  pulse,
  openLine: async ({ exchange, softphoneOrigin, browsers, pulse: sound }, provide) => {
    const opened = new Map<number | 'firefox', Browser>()
    const pages: Page[] = []
    await provide(async (user, { password = passwords[user as 'anna'], singing = 440 } = {}) => {
      const open = () => (singing === 'firefox' ? browsers.firefox(sound) : browsers.hearing(singing))
      const browser = opened.get(singing) ?? (await open())
      opened.set(singing, browser)
      const page = await browser.newPage()
      pages.push(page)
      return openOperatorLine(page, { origin: softphoneOrigin, url: exchange.url, user, password })
    })
    for (const page of pages) {
      await page.evaluate(() => (window as unknown as { softphone?: { stop: () => void } }).softphone?.stop())
      await page.context().close()
    }
    for (const browser of opened.values()) await browser.close()
  },
  bedLog: [
    async ({ desk, exchange, telephone }, provide, info) => {
      desk.answer('wait')
      telephone.forget()
      await provide()
      await telephone.hangUp()
      await attachLogs(info, exchange, telephone)
      if (info.status === info.expectedStatus) return
      await info.attach('told.json', { body: JSON.stringify(desk.told(), null, 1), contentType: 'application/json' })
    },
    { auto: true },
  ],
})
export { expect } from '@playwright/test'
