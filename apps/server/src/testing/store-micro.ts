// One customer message's transaction without sockets: the product's command through the kernel beside the same writes
// by hand on better-sqlite3, and beside drizzle with queries built at each call. Run by packages/bench, tells over IPC.
import { copyFileSync, rmSync } from 'node:fs'
import { openStore } from '../db/open.ts'
import type { VisitorActor } from '../kernel/actor.ts'
import { systemClock } from '../kernel/clock.ts'
import { createExecute } from '../kernel/execute.ts'
import { receiveMessage } from '../modules/activities/index.ts'
import { modules } from '../modules/index.ts'
import type { BenchPeople } from './bench-data.ts'
import { byHand } from './store-by-hand.ts'
import { nextLine, type Variant, type WriteMessages } from './store-line.ts'
import { unprepared } from './store-unprepared.ts'

export interface MicroOptions {
  /** A database of bench-data; each variant works on its own copy. */
  databaseUrl: string
  widgets: BenchPeople['widgets']
  seconds: number
  rounds: number
}
export interface MicroResult {
  variant: string
  perCommit: number
  perSecond: number
  cpuUs: number
}
/** The product: `count` commands queued in one turn share a commit. */
function product(file: string, widgets: BenchPeople['widgets']): Variant {
  const store = openStore(file)
  const execute = createExecute({ store, clock: systemClock, modules, afterCommit: () => {} })
  const next = nextLine(widgets)
  const actorOf = ({ id, customerId }: BenchPeople['widgets'][number]): VisitorActor => ({
    kind: 'visitor',
    id,
    customerId,
    siteId: 'website',
  })
  const one = () => {
    const { widget, text, clientMessageId } = next()
    return execute(
      receiveMessage,
      actorOf(widget),
      { clientMessageId, text, attachmentIds: [] },
      { requestId: clientMessageId },
    )
  }
  return {
    write: async (count) => void (await Promise.all(Array.from({ length: count }, one))),
    close: () => store.close(),
  }
}

async function run({ databaseUrl, widgets, seconds, rounds }: MicroOptions): Promise<MicroResult[]> {
  const makers = { 'by hand': byHand, product, 'drizzle, built at each call': unprepared }
  const variants = Object.entries(makers).map(([name, make], index) => {
    const file = `${databaseUrl}.micro-${index}`
    copyFileSync(databaseUrl, file)
    return { name, file, variant: make(file, widgets) }
  })
  const results: MicroResult[] = []
  // In turns, so that the ratios hold while the machine's speed drifts.
  for (let round = -1; round < rounds; round++)
    for (const perCommit of [1, 50])
      for (const { name, variant } of variants) {
        const result = await timed(variant.write, perCommit, round < 0 ? 0.3 : seconds)
        if (round >= 0) results.push({ variant: name, perCommit, ...result })
      }
  for (const { file, variant } of variants) {
    await variant.close()
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true })
  }
  return results
}

async function timed(
  write: WriteMessages,
  perCommit: number,
  seconds: number,
): Promise<{ perSecond: number; cpuUs: number }> {
  const [cpu, from] = [process.cpuUsage(), performance.now()]
  let written = 0
  while (performance.now() - from < seconds * 1_000) {
    await write(perCommit)
    written += perCommit
  }
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: (written / (performance.now() - from)) * 1_000, cpuUs: (user + system) / written }
}

process.once('message', (options: MicroOptions) => {
  run(options).then(
    (micro) => process.send?.({ micro }),
    (error: unknown) =>
      process.send?.({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
