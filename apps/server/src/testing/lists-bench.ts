// `npm run bench -- lists [--sizes 10000,1000000] [--lines 5] [--dir FOLDER] [--postgres URL] [--rounds 40] [--only word] [--every]`: every
// filter with every sort that the screen offers, in milliseconds, beside the same at the smaller size; of the sorts the slowest one, with
// --every all. The data are kept in FOLDER.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { RequestFilter, RequestSort } from '@care/contract'
import { permissionsOf, sortsFor } from '@care/domain'
import { openStore } from '../db/open.ts'
import type { Reader } from '../db/store.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { countRequests } from '../modules/lists/queries/count-requests.ts'
import { requestList } from '../modules/lists/queries/request-list.ts'
import { listsOf } from './lists-copy.ts'
import { ownQueues } from './lists-house.ts'
import { measureHttp } from './lists-http.ts'
import { benchNow } from './lists-rows.ts'
import { percentile } from './percentile.ts'
import { shapes } from './lists-shapes.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000' },
    lines: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '40' },
    /** Only filters whose names match this. */
    only: { type: 'string', default: '' },
    /** A line for each sort and not only for the slowest. */
    every: { type: 'boolean', default: false },
    dir: { type: 'string', default: join(tmpdir(), 'care-bench-lists') },
    /** A server on which databases of this bench may be made. */
    postgres: { type: 'string' },
  },
})
const rounds = Number(values.rounds)

const actor = (role: 'supervisor' | 'operator', queues: string[]): OperatorActor => ({
  kind: 'operator',
  id: 'operator-3',
  operatorId: 'operator-3',
  name: '',
  sessionId: '',
  permissions: permissionsOf(role),
  queueIds: new Set(queues),
})
const people = { all: actor('supervisor', []), 'own queues': actor('operator', ownQueues) }

interface Figure {
  times: number[]
  /** Pages that stopped before they were full. */
  unfinished: number
}
const none = (): Figure => ({ times: [], unfinished: 0 })
function addTo(sum: Figure, { times, unfinished }: Figure): void {
  sum.times = [...sum.times, ...times].toSorted((a, b) => a - b)
  sum.unfinished += unfinished
}

/**
 * First pages and those behind them, in turns; each looked at twice. The second look says what the work costs, the first also what
 * rows cost that nobody has looked at: they come from the memory of the system, or from the disk.
 */
async function measure(
  db: Reader,
  who: OperatorActor,
  filter: RequestFilter,
  sort: RequestSort,
): Promise<[Figure, Figure]> {
  const [first, again] = [none(), none()]
  let cursor: string | undefined
  for (let round = -4; round < rounds; round++) {
    const ask = () => requestList(db, { actor: who, now: benchNow }, { filter, sort, limit: 50, cursor })
    let next: string | null = null
    for (const figure of [first, again]) {
      const start = performance.now()
      const { nextCursor, isUnfinished } = await ask()
      next = nextCursor
      if (round < 0) continue
      figure.times.push(performance.now() - start)
      if (isUnfinished) figure.unfinished += 1
    }
    cursor = next ?? undefined
  }
  for (const { times } of [first, again]) times.sort((a, b) => a - b)
  return [first, again]
}

type Figures = Map<string, Figure>

async function measureAll(url: string): Promise<Figures> {
  const store = openStore(url)
  const figures: Figures = new Map()
  for (const [name, who] of Object.entries(people))
    for (const [shape, filter] of Object.entries(shapes).filter(([name]) => new RegExp(values.only, 'u').test(name))) {
      const ofAll: [Figure, Figure] = [none(), none()]
      for (const by of sortsFor(filter))
        for (const isDescending of [true, false]) {
          const [first, again] = await measure(store.read, who, filter, { by, isDescending })
          const key = `${name} | ${shape} | ${by} ${isDescending ? 'down' : 'up'}`
          figures.set(key, first)
          figures.set(`${key} again`, again)
          addTo(ofAll[0], first)
          addTo(ofAll[1], again)
        }
      // Enough of them for a p99 that is not the slowest one.
      figures.set(`${name} | ${shape} | all sorts`, ofAll[0])
      figures.set(`${name} | ${shape} | all sorts again`, ofAll[1])
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const start = performance.now()
        await countRequests(store.read, { actor: who, now: benchNow }, { filter })
        times.push(performance.now() - start)
      }
      figures.set(`${name} | ${shape} | count`, { times: times.toSorted((a, b) => a - b), unfinished: 0 })
    }
  figures.set('all | page 1,000 of the closed | updated down', await measureDeep(store.read))
  await store.close()
  for (const [name, times] of await measureHttp(url, rounds * 5)) figures.set(name, { times, unfinished: 0 })
  return figures
}

/** The thousandth page, by following its cursors once. */
async function measureDeep(db: Reader): Promise<Figure> {
  const ask = (cursor: string | undefined) =>
    requestList(db, { actor: people.all, now: benchNow }, { filter: { state: 'closed' }, limit: 50, cursor })
  let cursor: string | undefined
  for (let page = 1; page < 1_000; page++) {
    const { nextCursor } = await ask(cursor)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await ask(cursor)
    times.push(performance.now() - start)
  }
  return { times: times.toSorted((a, b) => a - b), unfinished: 0 }
}

const cell = ({ times, unfinished }: Figure): string =>
  `${[0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(2)).join(' / ')}${unfinished > 0 ? ` (${Math.round((unfinished / times.length) * 100)} % go on)` : ''}`

const sizes = values.sizes.split(',').map(Number)
const measured: Figures[] = []
for (const size of sizes) {
  say(`${size} requests`)
  measured.push(await measureAll(await listsOf(values, size, say)))
}
const all = [...(measured[0]?.keys() ?? [])]
const p99 = (key: string): number => percentile(measured.at(-1)?.get(key)?.times ?? [], 0.99)
/** Who and which filter; counts and what goes over HTTP stand for themselves. */
const shapeOf = (key: string): string => key.replace(/\| \S+ (?:up|down)( again)?$/u, '$1')
const slowest = new Map<string, string>()
for (const key of all) {
  const known = slowest.get(shapeOf(key))
  if (known === undefined || p99(key) > p99(known)) slowest.set(shapeOf(key), key)
}
const lines = (values.every ? all : [...slowest.values()]).map((key) => {
  const cells = measured.map((figures) => figures.get(key)).filter((figure) => figure !== undefined)
  const [first, last] = [cells[0], cells.at(-1)]
  const ratioAt = (share: number): string =>
    first && last ? (percentile(last.times, share) / percentile(first.times, share)).toFixed(1) : ''
  return `| ${key} | ${cells.map(cell).join(' | ')} | ${ratioAt(0.5)} | ${ratioAt(0.99)} |`
})
process.stdout.write(
  `| who | filter | sort | ${sizes.map((size) => `${size}: p50 / p95 / p99 ms`).join(' | ')} | p50 last / first | p99 last / first |\n|---|---|---|${sizes.map(() => '---|').join('')}---|---|\n${lines.join('\n')}\n`,
)
