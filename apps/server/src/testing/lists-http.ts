import type { RequestFilter } from '@care/contract'
import { dayMs } from '@care/domain'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import { parseConfig } from '../config.ts'
import { createTestClock } from '../kernel/clock.ts'
import { watchers } from './lists-house.ts'
import { benchNow } from './lists-rows.ts'
import { shapes } from './lists-shapes.ts'
import { createPeople } from './people.ts'

/** What a desk asks as one works: a page, its count, what was found where. */
const asked = [
  'no filter',
  'open',
  'queue and open',
  'VIP, queue, medium',
  'tag',
  'common word',
  'rare word',
  'middling word, queue',
]

/** The same lists through the whole server: HTTP, session, rights, rows with their names. Milliseconds by what was asked. */
export async function measureHttp(databaseUrl: string, rounds: number): Promise<Map<string, number[]>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'care-bench-http-'))
  const { config, problems } = parseConfig({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: '0' }, [], dataDir)
  if (config === null) throw new Error(problems.join('\n'))
  const clock = createTestClock(benchNow)
  const app = await createApp({ ...config, hasRateLimits: false }, { clock, log: pino({ level: 'silent' }) })
  // Its timers would only look for work that these data have not.
  const url = `http://127.0.0.1:${await app.start({ hasTimers: false })}`
  const people = createPeople(url, app.services, '')
  const figures = new Map<string, number[]>()
  const time = async (name: string, ask: () => Promise<unknown>): Promise<void> => {
    const times: number[] = []
    for (let round = -4; round < rounds; round++) {
      const start = performance.now()
      await ask()
      if (round >= 0) times.push(performance.now() - start)
    }
    figures.set(
      name,
      times.toSorted((a, b) => a - b),
    )
  }
  for (const who of Object.values(watchers)) {
    const { call } = await people.signIn(who.toLowerCase())
    for (const name of asked) {
      const filter: RequestFilter = shapes[name] ?? {}
      const query = { filter: JSON.stringify(filter), dayEndsAt: benchNow + dayMs / 2 }
      await time(`${who} | ${name} | page over HTTP`, () => call('listRequests', { query: { ...query, limit: 50 } }))
      await time(`${who} | ${name} | count over HTTP`, () => call('countRequests', { query }))
      const { words } = filter
      if (words === undefined) continue
      const { items } = await call('listRequests', { query: { ...query, limit: 30 } })
      if (items.length === 0) continue
      const ids = JSON.stringify(items.map(({ id }) => id))
      await time(`${who} | ${name} | snippets over HTTP`, () => call('listSnippets', { query: { words, ids } }))
    }
  }
  people.hangUp()
  await app.stop()
  await rm(dataDir, { recursive: true, force: true })
  return figures
}
