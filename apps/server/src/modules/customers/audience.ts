import { room } from '@care/contract'
import { and, eq, ne } from '../../db/drizzle.ts'
import type { Store } from '../../db/store.ts'
import type { Audience, Push } from '../../kernel/module.ts'
import type { CustomerEvent } from './events.ts'

export const audience = {
  // Nobody looks at a customer who did not exist a moment ago; who made him gets him as the answer.
  'customer.created': () => [],
  /** Who looks at him, whose task he is, and whoever watches the queue he waits in: name and VIP mark stand in all three. */
  'customer.edited': ({ facts: { customerId, version } }, { store }) => tellWatchers(store, customerId, version),
  /** Who looks at the source is told too: what he fetches then is the target, and after the undo the source again. */
  'customer.merged': async ({ facts: { customerId, sourceId, version } }, { store }) => {
    const pushes = await tellWatchers(store, customerId, version)
    const ofSource = pushes.flatMap((push): Push[] =>
      push.to === 'desk' && push.event === 'customer.changed'
        ? [{ ...push, rooms: [room.customer(sourceId), ...push.rooms], payload: { customerId: sourceId, version } }]
        : [],
    )
    return [...pushes, ...ofSource]
  },
  'customer.unmerged': async ({ facts: { customerId, sourceId, version } }, { store }) => [
    ...(await tellWatchers(store, customerId, version)),
    ...(await tellWatchers(store, sourceId, version)),
  ],
  // Suggestions are fetched when they are looked at.
  'customer.parted': () => [],
  'customer.confirmed': () => [],
  'customer.tied': () => [],
  // Settings and companies are fetched when they are looked at.
  'company.edited': () => [],
  'customerField.added': () => [],
  'customerField.edited': () => [],
} satisfies Audience<CustomerEvent>

async function tellWatchers(store: Store, customerId: string, version: number): Promise<Push[]> {
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
  const operatorIds = new Set(tasks.flatMap((task) => [task.operatorId, task.offeredToId]).filter((id) => id !== null))
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
}
