// `npm run bench -- sweep [--sizes 10000,1000000] [--due 1000] [--rounds 5] [--dir FOLDER] [--postgres URL]`: what auto-close takes (rule 9)
// with nothing due, for each request that it closes, and for people who chat meanwhile; in a copy of the data of `bench -- lists`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { type App, createApp } from '../app.ts'
import { parseConfig } from '../config.ts'
import { sql } from '../db/drizzle.ts'
import { createTestClock } from '../kernel/clock.ts'
import { createSweepRunner } from '../kernel/sweep.ts'
import { autoClose } from '../sweeps/auto-close.ts'
import { copyOfLists } from './lists-copy.ts'
import { benchNow } from './lists-rows.ts'
import { percentile } from './percentile.ts'
import { createPeople, type Visitor } from './people.ts'
import { armTimers, closeByHand, countOn, makeDue } from './sweep-rows.ts'

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    /** Requests that are due at once. */
    due: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    dir: { type: 'string', default: join(tmpdir(), 'care-bench-lists') },
    postgres: { type: 'string' },
  },
})
const [due, rounds] = [Number(values.due), Number(values.rounds)]
const looks = 400
const perSecond = 50
const widgets = 20
const chatSeconds = 10

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const sorted = (times: number[]): number[] => times.toSorted((a, b) => a - b)
const median = (times: number[]): number => percentile(sorted(times), 0.5)

interface Figures {
  nothingDue: number[]
  /** Microseconds for each closed request, a round each. */
  perRow: number[]
  processor: number[]
  byHand: number[]
  /** How long the loop stood still, ms: p99 and the longest of each round. */
  stops: { p99: number; max: number }[]
  chatAlone: number[]
  chatBeside: number[]
}

async function measure(size: number): Promise<Figures> {
  const copy = await copyOfLists(values, size, say)
  const dataDir = await mkdtemp(join(tmpdir(), 'care-bench-sweep-'))
  const { config, problems } = parseConfig({ DATA_DIR: dataDir, DATABASE_URL: copy.url, PORT: '0' }, [], dataDir)
  if (config === null) throw new Error(problems.join('\n'))
  const clock = createTestClock(benchNow)
  const app = await createApp({ ...config, hasRateLimits: false }, { clock, log: pino({ level: 'error' }) })
  // It also starts what keeps the write-ahead log short.
  await app.migrate()
  // No other timer: what they find in these data is not what is measured.
  const url = `http://127.0.0.1:${await app.start({ hasTimers: false })}`
  try {
    await countOn(app.services.store, size)
    await armTimers(app.services.store, size)
    return { ...(await measureSweep(app, size)), ...(await measureChat(app.services, url, size)) }
  } finally {
    await app.stop()
    await copy.remove()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measureSweep({ services, jobs, publisher }: App, size: number) {
  const { store, clock } = services
  const runner = createSweepRunner(services, [autoClose])
  const nothingDue: number[] = []
  for (let look = -20; look < looks; look++) {
    const start = performance.now()
    const found = await autoClose.find(services, clock.now(), 500)
    if (look >= 0) nothingDue.push(performance.now() - start)
    if (found.length > 0) throw new Error('something is due before anything was made so')
  }
  const [perRow, processor, byHand]: [number[], number[], number[]] = [[], [], []]
  const stops: Figures['stops'] = []
  for (let round = -1; round < rounds; round++) {
    await makeDue(store, size, due, clock.now())
    const loop = monitorEventLoopDelay({ resolution: 1 })
    loop.enable()
    const [cpu, start] = [process.cpuUsage(), performance.now()]
    await runner.runAll()
    const ms = performance.now() - start
    const { user, system } = process.cpuUsage(cpu)
    loop.disable()
    await jobs.settle()
    await publisher.idle()
    await expectNoneDue(services)
    if (round < 0) continue
    perRow.push((ms * 1_000) / due)
    processor.push((user + system) / due)
    stops.push({ p99: loop.percentile(99) / 1e6, max: loop.max / 1e6 })
    await makeDue(store, size, due, clock.now())
    byHand.push(((await closeByHand(store, clock.now())) * 1_000) / due)
  }
  return { nothingDue: sorted(nothingDue), perRow, processor, byHand, stops }
}

async function expectNoneDue({ store, clock }: App['services']): Promise<void> {
  const [left] = await store.read.rows<{ n: number }>(
    sql`select count(*) as n from requests where auto_close_check_at <= ${clock.now()}`,
  )
  if (Number(left?.n) !== 0) throw new Error(`${left?.n} requests were not closed`)
}

async function measureChat(services: App['services'], url: string, size: number) {
  const siteKey = 'bench'
  await services.store.transact(async (tx) => {
    await tx.insert(tx.t.sites).values({
      id: siteKey,
      key: siteKey,
      name: 'Shop',
      allowedOrigins: [],
      queueId: 'queue-1',
      typeId: 'type-0',
      language: 'en',
      hasPreChat: false,
      offersCalls: false,
      colour: '#205a43',
      version: 1,
    })
  })
  const people = createPeople(url, services, siteKey)
  const visitors = await Promise.all(Array.from({ length: widgets }, () => people.newVisitor()))
  for (const [at, visitor] of visitors.entries())
    await visitor.call('startChat', { body: { clientMessageId: `bench-start-${at}`, text: 'Hello' } })
  await chat(visitors, during(2))
  const chatAlone = await chat(visitors, during(chatSeconds))
  const runner = createSweepRunner(services, [autoClose])
  const chatBeside: number[] = []
  // As many as it takes: what was closed by one batch is due again in the next.
  for (const isOver = during(chatSeconds); !isOver();) {
    await makeDue(services.store, size, due, services.clock.now())
    // Their pages go into the database meanwhile, for which every commit would wait.
    await wait(1_000)
    const sweeping = { isOn: true }
    const closing = runner.runAll().finally(() => (sweeping.isOn = false))
    chatBeside.push(...(await chat(visitors, () => !sweeping.isOn)))
    await closing
  }
  people.hangUp()
  return { chatAlone: sorted(chatAlone), chatBeside: sorted(chatBeside) }
}

const during = (seconds: number): (() => boolean) => {
  const end = performance.now() + seconds * 1_000
  return () => performance.now() > end
}

let sent = 0
/** Milliseconds until each message was acknowledged, sent at an even pace until `isOver`. */
async function chat(visitors: readonly Visitor[], isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  const under: Promise<void>[] = []
  let next = performance.now()
  while (!isOver()) {
    const visitor = visitors[(sent += 1) % visitors.length]
    const start = performance.now()
    const body = { clientMessageId: `bench-message-${sent}`, text: 'Are you there?', attachmentIds: [] }
    const call = visitor?.call('sendWidgetMessage', { body })
    if (call) under.push(call.then(() => void times.push(performance.now() - start)))
    next += 1_000 / perSecond
    await wait(Math.max(0, next - performance.now()))
  }
  await Promise.all(under)
  return times
}

const sizes = values.sizes.split(',').map(Number)
const measured: Figures[] = []
for (const size of sizes) {
  say(`${size} requests`)
  measured.push(await measure(size))
}
const both = (times: number[]): string => [0.5, 0.99].map((share) => percentile(times, share).toFixed(3)).join(' / ')
const lines: [string, (figures: Figures) => string][] = [
  ['nothing due, p50 / p99 ms', ({ nothingDue }) => both(nothingDue)],
  ['a closed request, us', ({ perRow }) => median(perRow).toFixed(0)],
  ['of it processor of this process, us', ({ processor }) => median(processor).toFixed(0)],
  ['its row and two counts by hand, 100 a transaction, us', ({ byHand }) => median(byHand).toFixed(0)],
  [
    'stops of the loop, p99 / longest ms, median of rounds',
    ({ stops }) =>
      [stops.map(({ p99 }) => p99), stops.map(({ max }) => max)].map((one) => median(one).toFixed(1)).join(' / '),
  ],
  [`chat at ${perSecond} a second, p50 / p99 ms`, ({ chatAlone }) => both(chatAlone)],
  ['chat while requests close, p50 / p99 ms', ({ chatBeside }) => both(chatBeside)],
]
process.stdout.write(
  `| | ${sizes.map((size) => `${size} requests`).join(' | ')} |\n|---|${sizes.map(() => '---|').join('')}\n${lines
    .map(([name, of]) => `| ${name} | ${measured.map(of).join(' | ')} |`)
    .join('\n')}\n`,
)
