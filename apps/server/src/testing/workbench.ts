import { permissionsOf, type Role } from '@care/domain'
import { eq } from '../db/drizzle.ts'
import type { OperatorActor, VisitorActor } from '../kernel/actor.ts'
import { createTestClock } from '../kernel/clock.ts'
import type { AnyEvent } from '../kernel/event.ts'
import { createExecute } from '../kernel/execute.ts'
import type { Module } from '../kernel/module.ts'
import { openTempStore } from './temp-store.ts'
import { insertOperator, insertVisitor, insertWorkspace } from './workbench-rows.ts'

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
  await store.transact(insertWorkspace)
  let made = 0

  /** An account with presence, and the actor that its session would be. */
  async function operator(name: string, role: Role = 'operator', queueIds: string[] = ['q']): Promise<OperatorActor> {
    const id = name.toLowerCase()
    await store.transact((tx) => insertOperator(tx, name, role, queueIds, clock.now()))
    const permissions = permissionsOf(role)
    return {
      kind: 'operator',
      id,
      operatorId: id,
      name,
      sessionId: `session-${id}`,
      permissions,
      queueIds: new Set(queueIds),
    }
  }

  /** A customer and his visitor of the site. */
  async function visitor(name = ''): Promise<VisitorActor> {
    const id = `v${(made += 1)}`
    await store.transact((tx) => insertVisitor(tx, id, name, clock.now()))
    return { kind: 'visitor', id, customerId: `c-${id}`, siteId: 'site' }
  }

  /** Puts an activity into an operator's progress, as accepting does. */
  async function give(activityId: string, operatorId: string): Promise<void> {
    const { activities } = store.t
    const taken = { state: 'active' as const, operatorId, acceptedAt: clock.now() }
    await store.transact((tx) => tx.update(activities).set(taken).where(eq(activities.id, activityId)))
  }

  const ofType = (type: string) => events.filter((event) => event.type === type)
  return { ...temp, clock, events, execute, operator, visitor, give, ofType }
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
