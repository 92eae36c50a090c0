import { room } from '@care/contract'
import { and, eq, ne } from 'drizzle-orm'
import type { Audience, Push } from '../../kernel/module.ts'
import type { CustomerEvent } from './events.ts'

export const audience = {
  // Nobody looks at a customer who did not exist a moment ago; who made him gets him as the answer.
  'customer.created': () => [],
  /** Who looks at him, whose task he is, and whoever watches the queue he waits in: name and VIP mark stand in all three. */
  'customer.edited': async ({ facts: { customerId, version } }, { store }) => {
    const { activities } = store.t
    const tasks = await store.read
      .select({
        queueId: activities.queueId,
        operatorId: activities.operatorId,
        offeredToId: activities.offeredToId,
        state: activities.state,
      })
      .from(activities)
      .where(and(eq(activities.customerId, customerId), ne(activities.state, 'ended')))
    const operatorIds = new Set(
      tasks.flatMap((task) => [task.operatorId, task.offeredToId]).filter((id) => id !== null),
    )
    const queueIds = new Set(
      tasks
        .filter((task) => task.state === 'waiting')
        .map((task) => task.queueId)
        .filter((id) => id !== null),
    )
    return [
      {
        to: 'desk',
        rooms: [room.customer(customerId), ...[...operatorIds].map(room.operator)],
        event: 'customer.changed',
        payload: { customerId, version },
      },
      ...[...queueIds].map((id): Push => ({ to: 'coalesced', kind: 'queue', id })),
    ]
  },
  // Settings and companies are fetched when they are looked at.
  'company.edited': () => [],
  'customerField.added': () => [],
  'customerField.edited': () => [],
} satisfies Audience<CustomerEvent>
