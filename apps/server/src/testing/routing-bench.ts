import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Medium } from '@care/domain'
import { asc, eq } from '../db/drizzle.ts'
import type { Config } from '../config.ts'
import type { Store } from '../db/store.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { system } from '../kernel/actor.ts'
import { command } from '../kernel/command.ts'
import type { AnyEvent } from '../kernel/event.ts'
import { createExecute } from '../kernel/execute.ts'
import { createJobRunner } from '../kernel/jobs.ts'
import { silent } from '../kernel/live.ts'
import type { Services } from '../kernel/services.ts'
import { createSecrets } from '../kernel/secrets.ts'
import { createSweepRunner } from '../kernel/sweep.ts'
import { sweeps } from '../sweeps/index.ts'
import { openWorkbench, type Workbench } from './workbench.ts'
import { activitiesModule, type Incoming, openActivity } from '../modules/activities/index.ts'
import { notificationsModule } from '../modules/notifications/index.ts'
import { requestsModule } from '../modules/requests/index.ts'
import { findActivity } from '../modules/routing/store.ts'
import { routingModule } from '../modules/routing/index.ts'

const modules = [requestsModule, activitiesModule, routingModule, notificationsModule]
const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} } as unknown as Services['log']

/** The intake of every channel, without a channel. */
const arrive = command({
  name: 'arrive',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, input: Pick<Incoming, 'customerId' | 'medium' | 'queueId' | 'skills' | 'visitorId'>) {
    const { activity } = await openActivity(ctx, {
      ...input,
      typeId: 'general',
      text: 'Where is my order?',
      fallbackTitle: 'Chat',
      source: 'test',
      siteId: null,
    })
    return activity.id
  },
})

/** One process: its own commands, jobs and sweeps on the store given. */
export function startProcess(store: Store, clock: Services['clock'], events: AnyEvent[] = []) {
  const execute = createExecute({ store, clock, modules, afterCommit: (made) => void events.push(...made) })
  const services: Services = {
    // It keeps no files, and the sweeps that look for old ones find no folder.
    config: { dataDir: join(tmpdir(), 'care-without-files') } as Config,
    processId: 'bench',
    store,
    clock,
    log: quiet,
    execute,
    live: silent,
    secrets: createSecrets(new Uint8Array(32)),
  }
  return { services, execute, jobs: createJobRunner(services, modules), sweeps: createSweepRunner(services, sweeps) }
}
export type Process = ReturnType<typeof startProcess>

/** Stands still unless moved: on a busy machine an offer must not run out between two lines of a test. */
function freeze(clock: Workbench['clock']): void {
  let now = clock.now()
  Object.assign(clock, {
    now: () => now,
    advance: (ms: number) => void (now += ms),
    set: (at: number) => void (now = at),
  })
}

const readers = ({ read, t }: Store) => ({
  row: async (activityId: string) => {
    const found = await findActivity(read, activityId)
    if (!found) throw new Error('no row')
    return found
  },
  presence: async (operatorId: string) => {
    const [found] = await read.select().from(t.presence).where(eq(t.presence.operatorId, operatorId))
    if (!found) throw new Error('no presence')
    return found
  },
  offersOf: (activityId: string) =>
    read.select().from(t.offers).where(eq(t.offers.activityId, activityId)).orderBy(asc(t.offers.id)),
})

/** A workbench whose work is routed, when the test says so: `settle` runs owed jobs, `sweep` the timers first. */
export async function openRouting() {
  const bench: Workbench = await openWorkbench(modules)
  const { store, clock, events } = bench
  freeze(clock)
  const process = startProcess(store, clock, events)
  const settle = (): Promise<void> => process.jobs.settle()

  async function task(
    more: {
      medium?: Medium
      queueId?: string
      skills?: string[]
      isVip?: boolean
      customerId?: string
      visitorId?: string
    } = {},
  ): Promise<string> {
    const customerId = more.customerId ?? (await bench.visitor('Jonas')).customerId
    const { customers } = store.t
    if (more.isVip === true)
      await store.transact((tx) => tx.update(customers).set({ isVip: true }).where(eq(customers.id, customerId)))
    // Two in the same millisecond would be ordered by id alone.
    clock.advance(1)
    return process.execute(arrive, system, {
      customerId,
      medium: more.medium ?? 'chat',
      queueId: more.queueId ?? 'q',
      skills: more.skills ?? [],
      visitorId: more.visitorId ?? null,
    })
  }
  /** An operator who takes so many chats. */
  async function desk(name: string, chats = 4, queueIds = ['q']): Promise<OperatorActor> {
    const actor = await bench.operator(name, 'operator', queueIds)
    await store.transact((tx) =>
      tx
        .update(tx.t.operators)
        .set({ capacity: { chat: chats } })
        .where(eq(tx.t.operators.id, actor.id)),
    )
    return actor
  }
  const sweep = async (): Promise<void> => {
    await process.sweeps.runAll()
    await settle()
  }
  return {
    ...bench,
    ...readers(store),
    execute: process.execute,
    services: process.services,
    jobs: process.jobs,
    sweeps: process.sweeps,
    task,
    desk,
    settle,
    sweep,
  }
}
export type RoutingBench = Awaited<ReturnType<typeof openRouting>>
