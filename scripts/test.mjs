// `npm test`: the whole check, from nothing but Node and npm. The last line is the sum over all parts.
import { ensureBrowsers } from './lib/browsers.mjs'
import { buildApp, uiApps } from './lib/build.mjs'
import { checkBudgets } from './lib/budgets.mjs'
import { install } from './lib/install.mjs'
import { attempt, boundaries, format, lint, playwright, runPart, types, vitest } from './lib/parts.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { ensureMedia, inNamespace } from './lib/media.mjs'
import { main, say, seconds } from './lib/print.mjs'
import { ensureDovecot } from './lib/dovecot.mjs'
import { startRedis } from './lib/redis.mjs'
import { sayPart, saySummary } from './lib/report.mjs'
import { endAll, whenEnded } from './lib/run.mjs'
import { writeToMemory } from './lib/temp.mjs'

const takeMemoryAway = writeToMemory()
const cleanups = [async () => takeMemoryAway()]
async function cleanUp() {
  while (cleanups.length > 0)
    await cleanups
      .pop()()
      .catch(() => {})
}
let isInterrupted = false
whenEnded(() => {
  isInterrupted = true
  void endAll()
})

/** What a part needs beside the packages. A need that cannot be met fails the parts that have it, not the others. */
async function prepare(name, work) {
  const since = performance.now()
  try {
    const value = await work()
    say(`${name} ready in ${seconds(since)} s`)
    return { value }
  } catch (error) {
    say(`${name} is not available: ${error.message}`)
    return { error }
  }
}
const service = (open) => async () => {
  const { url, stop } = await open()
  cleanups.push(stop)
  return url
}
const needs = (part, ...wanted) => ({
  name: part.name,
  run: () => {
    const missing = wanted.find(({ error }) => error)
    if (missing) throw missing.error
    return part.run()
  },
})

/** Runs the parts in order, two at a time. */
async function runAll(parts, lanes, results) {
  const waiting = [...parts]
  const lane = async () => {
    for (let part = waiting.shift(); part && !isInterrupted; part = waiting.shift()) {
      const result = await runPart(part)
      sayPart(result)
      results.push(result)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

await main(async () => {
  const since = performance.now()
  const results = []
  await runAll([attempt('install', install)], 1, results)
  const postgres = await prepare('PostgreSQL', service(startPostgres))
  const redis = await prepare('Redis', service(startRedis))
  const dovecot = await prepare('Dovecot', ensureDovecot)
  const browsers = await prepare('Browsers', ensureBrowsers)
  const media = await prepare('Media programs', ensureMedia)

  // Parts that run side by side get a Redis database each, so that no suite hears the streams of another.
  const services = (n) => ({
    TEST_PG_URL: postgres.value ?? '',
    TEST_REDIS_URL: redis.value ? `${redis.value}/${n}` : '',
    TEST_DOVECOT: dovecot.value ?? '',
  })
  try {
    // Types first and alone: it leaves the declarations that the type-aware lint reads, and fails fastest.
    await runAll([types, format, boundaries], 1, results)
    const builds = {}
    const build = (app) =>
      attempt(`build ${app}`, () =>
        buildApp(app).catch((error) => {
          builds.error = error
          throw error
        }),
      )
    await runAll([lint, ...uiApps.map(build)], 1, results)
    const quick = [
      needs(attempt('budgets', checkBudgets), builds),
      vitest('unit', ['unit']),
      needs(vitest('server on SQLite', ['server'], services(1)), redis, dovecot),
      needs(
        vitest('server on PostgreSQL', ['server'], { ...services(2), TEST_STORE: 'postgres' }),
        postgres,
        redis,
        dovecot,
      ),
      vitest('desktop components', ['desktop']),
      vitest('widget components', ['widget']),
    ]
    await runAll(quick, 2, results)
    const inBrowser = (name, project) =>
      needs(playwright(name, project, { ...services(3), ...browsers.value }), browsers, postgres, redis, builds)
    const flows = [
      inBrowser('e2e in Chromium', 'chromium'),
      inBrowser('e2e in Firefox', 'firefox'),
      needs(playwright('media', 'media', { ...browsers.value, ...media.value }, inNamespace), browsers, media, builds),
      // Alone: what is measured is the desk, not its neighbours.
      inBrowser('speed in Chromium', 'speed'),
    ]
    await runAll(flows, 1, results)
  } finally {
    await cleanUp()
  }
  say(`\nwhole check: ${seconds(since)} s${isInterrupted ? ', interrupted' : ''}`)
  if (!saySummary(results) || isInterrupted) process.exitCode = 1
})
