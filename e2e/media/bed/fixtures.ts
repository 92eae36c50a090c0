import type { TestInfo, WorkerFixture } from '@playwright/test'
import { type Browsers, openBrowsers } from './browsers.ts'
import type { Exchange } from './kamailio.ts'
import { startPulse } from './pulse.ts'
import { startRtpengine } from './rtpengine.ts'
import type { Telephone } from './telephone.ts'

/** What several kinds of tests with sound have of the bed. */

export const customersNumber = '+48600100200'
/** Of the operators' lines at the exchange. */
export const passwords = { anna: 'annas-password', boris: 'boris-password' }

type OfWorker<T> = [WorkerFixture<T, object>, { scope: 'worker' }]

/** The port of what turns the sound of browsers into that of telephones. */
export const rtpengine: OfWorker<number> = [
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
  async ({}, provide) => {
    const { port, stop } = await startRtpengine()
    await provide(port)
    await stop()
  },
  { scope: 'worker' },
]

/** The server of sound that Firefox hears by. */
export const pulse: OfWorker<string> = [
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
  async ({}, provide) => {
    const { server, stop } = await startPulse()
    await provide(server)
    await stop()
  },
  { scope: 'worker' },
]

// oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are needed: none
export const browsers = async ({}: object, provide: (value: Browsers) => Promise<void>): Promise<void> => {
  const opened = await openBrowsers()
  await provide(opened)
  await opened.close()
}

export const browsersOfWorker: OfWorker<Browsers> = [browsers, { scope: 'worker' }]

/** What the exchange and the telephone said, where a test failed. */
export async function attachLogs(info: TestInfo, exchange: Exchange, telephone: Telephone): Promise<void> {
  if (info.status === info.expectedStatus) return
  await info.attach('kamailio.log', { body: exchange.log(), contentType: 'text/plain' })
  await info.attach('baresip.log', { body: telephone.log(), contentType: 'text/plain' })
}
