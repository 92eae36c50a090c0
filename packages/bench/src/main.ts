// `npm run bench`: the product and the bare relay under the same load, in turns, in the same minutes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Figures } from './figures.ts'
import { type BenchOptions, parseOptions, usage } from './options.ts'
import { measureDisk } from './parts/disk.ts'
import { measureMicro } from './parts/micro.ts'
import { measurePages } from './parts/pages.ts'
import { startSide } from './parts/pair.ts'
import { measureSockets } from './parts/sockets.ts'
import { measureTalk } from './parts/talk.ts'
import { measureWatch } from './parts/watch.ts'
import { report } from './report.ts'
import { thisMachine } from './run/machine.ts'
import { makeProductData, type ProductData, startProduct, startRelay } from './run/servers.ts'
import { print, say } from './say.ts'

async function main(args: readonly string[]): Promise<number> {
  const { options, problem } = parseOptions(args)
  if (options === null) {
    say(`${problem}\n\n${usage}`)
    return 2
  }
  const startedAt = new Date().toISOString()
  const file =
    options.out ??
    join(
      new URL('../../../bench-results/', import.meta.url).pathname,
      `${startedAt.replaceAll(':', '-').slice(0, 19)}.json`,
    )
  mkdirSync(dirname(file), { recursive: true })
  const disk = measureDisk(dirname(file))
  const { desks, widgets, idle, requests, messages } = options
  const size = { desks, widgets: widgets + Math.max(idle, 20), requests: Math.max(requests, widgets + idle), messages }
  say('Making the product’s data')
  const data = await makeProductData(size)
  try {
    const micro = options.parts.has('micro')
      ? await step('The message’s transaction alone', () => measureMicro(data, options))
      : null
    const live = await measureLive(options, data, size)
    const pages = options.parts.has('pages')
      ? await step('The desktop beside the floor page', () => measurePages(options))
      : null
    const figures: Figures = {
      startedAt,
      machine: thisMachine(),
      options: { ...options, parts: [...options.parts] },
      disk,
      micro,
      pages,
      ...live,
    }
    const { text, lines } = report(figures)
    writeFileSync(file, `${JSON.stringify({ lines, ...figures }, null, 2)}\n`)
    print(`${text}\n\n${file}`)
    return 0
  } finally {
    data.remove()
  }
}

/** Both servers run all the time; the one that is not measured waits. */
async function measureLive(
  options: BenchOptions,
  data: ProductData,
  size: Parameters<typeof startRelay>[0],
): Promise<Pick<Figures, 'sockets' | 'talk' | 'watch'>> {
  if (!(['sockets', 'talk', 'watch'] as const).some((part) => options.parts.has(part)))
    return { sockets: null, talk: null, watch: null }
  const relay = await startRelay(size)
  const product = await startProduct(data, options.profile)
  try {
    const sockets =
      options.parts.has('sockets') && options.idle > 0
        ? await step(`${options.idle} idle widgets`, () => measureSockets(relay, product, options))
        : null
    const talk = options.parts.has('talk')
      ? await step('Customers write, operators are told', async () =>
          measureTalk(await startSide(relay), await startSide(product), options),
        )
      : null
    const watch = options.parts.has('watch')
      ? await step('Supervisors watch the live queues', async () => measureWatch(await startSide(product), options))
      : null
    return { sockets, talk, watch }
  } finally {
    await Promise.all([relay.stop(), product.stop()])
  }
}

function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  say(name)
  return work()
}

process.exit(await main(process.argv.slice(2)))
