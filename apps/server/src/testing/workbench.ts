import { defaultOutcomes, defaultWorkflow, dayMs, permissionsOf, type Role } from '@care/domain'
import { eq } from 'drizzle-orm'
import type { OperatorActor, VisitorActor } from '../kernel/actor.ts'
import { createTestClock } from '../kernel/clock.ts'
import type { AnyEvent } from '../kernel/event.ts'
import { createExecute } from '../kernel/execute.ts'
import type { Module } from '../kernel/module.ts'
import { openTempStore } from './temp-store.ts'

/** Monday 6 April 2026, 09:00 UTC. */
export const monday = Date.UTC(2026, 3, 6, 9)

/**
 * The kernel with some modules on a real, empty database: one queue `q`, one default request type `general`, one site
 * `site`, people made with `operator()`. For the tests of commands; whole servers come from boot-server.ts.
 */
export async function openWorkbench(modules: readonly Module[]) {
  const temp = await openTempStore()
  const { store } = temp
  const clock = createTestClock(monday)
  const events: AnyEvent[] = []
  const execute = createExecute({ store, clock, modules, afterCommit: (made) => void events.push(...made) })
  await store.transact(async (tx) => {
    await tx.insert(tx.t.queues).values([
      { id: 'q', name: 'General', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
      { id: 'q2', name: 'Billing', strategy: 'longestIdle', offerSeconds: 30, version: 1 },
    ])
    await tx.insert(tx.t.requestTypes).values({
      id: 'general',
      name: 'General',
      isDefault: true,
      autoCloseMs: 5 * dayMs,
      reopenMs: 3 * dayMs,
      onReply: 'reopen',
      workflow: defaultWorkflow,
      outcomes: defaultOutcomes.map((outcome) => ({ ...outcome, isSystem: outcome.isSystem === true })),
      version: 1,
    })
    await tx
      .insert(tx.t.sites)
      .values({
        id: 'site',
        key: 'shop',
        name: 'Shop',
        allowedOrigins: ['https://shop.example'],
        queueId: 'q',
        typeId: 'general',
        language: 'en',
        hasPreChat: true,
        colour: '#205a43',
        version: 1,
      })
  })
  let made = 0

  /** An account with presence, and the actor that its session would be. */
  async function operator(name: string, role: Role = 'operator', queueIds: string[] = ['q']): Promise<OperatorActor> {
    const id = name.toLowerCase()
    await store.transact(async (tx) => {
      await tx
        .insert(tx.t.operators)
        .values({
          id,
          name,
          email: `${id}@example.com`,
          emailFolded: `${id}@example.com`,
          passwordHash: '',
          role,
          capacity: {},
          isActive: true,
          createdAt: clock.now(),
        })
      await tx
        .insert(tx.t.presence)
        .values({
          operatorId: id,
          chosen: 'available',
          since: clock.now(),
          isConnected: true,
          missedInRow: 0,
          idleSince: clock.now(),
          version: 1,
        })
      if (queueIds.length > 0)
        await tx.insert(tx.t.queueMembers).values(queueIds.map((queueId) => ({ queueId, operatorId: id })))
    })
    return {
      kind: 'operator',
      id,
      operatorId: id,
      name,
      sessionId: `session-${id}`,
      permissions: permissionsOf(role),
      queueIds: new Set(queueIds),
    }
  }

  /** A customer and his visitor of the site. */
  async function visitor(name = ''): Promise<VisitorActor> {
    const id = `v${(made += 1)}`
    await store.transact(async (tx) => {
      await tx
        .insert(tx.t.customers)
        .values({
          id: `c-${id}`,
          kind: 'customer',
          name,
          firstName: name,
          familyName: '',
          email: '',
          phone: '',
          isVip: false,
          createdAt: clock.now(),
          updatedAt: clock.now(),
          version: 1,
        })
      await tx
        .insert(tx.t.visitors)
        .values({
          id,
          siteId: 'site',
          tokenHash: `hash-${id}`,
          customerId: `c-${id}`,
          language: 'en',
          createdAt: clock.now(),
          lastSeenAt: clock.now(),
        })
    })
    return { kind: 'visitor', id, customerId: `c-${id}`, siteId: 'site' }
  }

  /** Puts an activity into an operator's progress, as accepting does. */
  async function give(activityId: string, operatorId: string): Promise<void> {
    await store.transact(async (tx) => {
      await tx
        .update(tx.t.activities)
        .set({ state: 'active', operatorId, acceptedAt: clock.now() })
        .where(eq(tx.t.activities.id, activityId))
    })
  }

  return {
    ...temp,
    clock,
    events,
    execute,
    operator,
    visitor,
    give,
    ofType: (type: string) => events.filter((event) => event.type === type),
  }
}
export type Workbench = Awaited<ReturnType<typeof openWorkbench>>

/** The refusal's code, or 'none'. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `unexpected ${String(error)}`
  }
}
