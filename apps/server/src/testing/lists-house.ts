import { dayMs, defaultOutcomes, defaultWorkflow } from '@care/domain'
import type { Store } from '../db/store.ts'
import { benchNow, shape } from './lists-rows.ts'
import { insertOperator } from './workbench-rows.ts'

/** The people of the bench: one who sees everything, one who sees three queues. */
export const watchers = { all: 'Boss', own: 'Clerk' } as const
export const ownQueues = ['queue-1', 'queue-4', 'queue-9']

/** What the requests of the bench name: types, queues, operators. Without them a list has no rows to show. */
export async function makeHouse(store: Store): Promise<void> {
  await store.transact(async (tx) => {
    const { queues, requestTypes } = tx.t
    const ids = (kind: string, count: number) => Array.from({ length: count }, (_, n) => `${kind}-${n}`)
    for (const id of ids('type', shape.types))
      await tx.insert(requestTypes).values({
        id,
        name: id,
        isDefault: id === 'type-0',
        autoCloseMs: 5 * dayMs,
        reopenMs: 3 * dayMs,
        onReply: 'reopen',
        workflow: defaultWorkflow,
        outcomes: [...defaultOutcomes],
        version: 1,
      })
    for (const id of ids('queue', shape.queues))
      await tx.insert(queues).values({ id, name: id, strategy: 'longestIdle', offerSeconds: 30, version: 1 })
    for (const name of ids('operator', shape.operators)) await insertOperator(tx, name, 'operator', [], benchNow)
    await insertOperator(tx, watchers.all, 'supervisor', [], benchNow)
    await insertOperator(tx, watchers.own, 'operator', ownQueues, benchNow)
  })
}
