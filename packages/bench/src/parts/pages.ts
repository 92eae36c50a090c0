import type { Browser } from 'playwright-core'
import type { BenchOptions } from '../options.ts'
import { openBrowser, throttle } from '../pages/browser.ts'
import { serveFloor } from '../pages/floor.ts'
import { type Interactions, interactionsOf } from '../pages/interaction.ts'
import { type Paint, paintOf } from '../pages/paint.ts'
import { makeProductData, startProduct } from '../run/servers.ts'
import type { Pair } from '../stats.ts'
import { startSide, tell } from './pair.ts'

export interface PageFigures {
  signIn: Array<Pair<Paint>>
  desk: Array<Pair<Paint>>
  interactions: Array<Interactions & { cpu: number }>
}

/** One operator with very many tasks: the longest lists that a desk can have. */
const size = { desks: 1, widgets: 1_000, requests: 2_000, messages: 10_000 }
const arriving = 20

/** The desktop's first load beside the floor page, and how fast it answers while messages arrive (P11). */
export async function measurePages(options: BenchOptions): Promise<PageFigures> {
  const data = await makeProductData(size)
  const product = await startProduct(data)
  const floor = await serveFloor()
  const browser = await openBrowser()
  try {
    const url = `http://127.0.0.1:${product.target.port}/`
    const [name = '', value = ''] = (data.people.desks[0]?.cookie ?? '').split('=')
    const cookie = { name, value, url }
    const { signIn, desk } = await paints(browser, floor.url, url, cookie, options.pairs)
    const side = await startSide(product)
    await tell(side.load, { do: 'connect', target: product.target, widgets: 200 })
    const interactions: PageFigures['interactions'] = []
    for (const cpu of [1, throttle.cpu]) {
      const seconds = options.seconds * 2
      const arrivals = tell(side.load, { do: 'rate', perSecond: arriving, seconds: seconds + 8 })
      interactions.push({ cpu, ...(await interactionsOf(browser, { url, cookie, cpu, seconds })) })
      await arrivals
    }
    return { signIn, desk, interactions }
  } finally {
    await browser.close()
    floor.close()
    await product.stop()
    data.remove()
  }
}

/** Floor, sign-in page, floor, desk; the first round only warms the server. */
async function paints(
  browser: Browser,
  floorUrl: string,
  url: string,
  cookie: { name: string; value: string; url: string },
  pairs: number,
): Promise<Pick<PageFigures, 'signIn' | 'desk'>> {
  const figures: Pick<PageFigures, 'signIn' | 'desk'> = { signIn: [], desk: [] }
  const floor = () => paintOf(browser, floorUrl, (page) => page.getByText('The connection is up').waitFor())
  for (let round = -1; round < pairs; round++) {
    const signIn = {
      limit: await floor(),
      product: await paintOf(browser, url, (page) => page.getByRole('button', { name: 'Sign in' }).waitFor()),
    }
    const isThere = { name: 'Tasks in progress' }
    const desk = {
      limit: await floor(),
      product: await paintOf(
        browser,
        url,
        (page) => page.getByRole('region', isThere).getByRole('listitem').first().waitFor(),
        [cookie],
      ),
    }
    if (round < 0) continue
    figures.signIn.push(signIn)
    figures.desk.push(desk)
  }
  return figures
}
