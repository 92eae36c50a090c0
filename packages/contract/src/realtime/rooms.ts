/** Namespaces of the Socket.IO server: one per kind of client, each with its own sign-in. */
export const namespaces = { desk: '/desk', widget: '/widget' } as const

/**
 * Rooms of the desk namespace. An operator's own room and the rooms of his queues are joined by the server at
 * connect; `activity`, `request` and `customer` are joined on demand and checked like a read of the same object;
 * `liveQueues` by whoever watches them, whatever the id.
 */
export const joinableRooms = ['activity', 'request', 'customer', 'liveQueues'] as const
export type JoinableRoom = (typeof joinableRooms)[number]

export const room = {
  activity: (id: string) => `activity:${id}` as const,
  request: (id: string) => `request:${id}` as const,
  customer: (id: string) => `customer:${id}` as const,
  /** Who watches these queues: one room for all who see the same ones, chosen by the server. */
  liveQueues: (scope: string) => `liveQueues:${scope}` as const,
  operator: (id: string) => `operator:${id}` as const,
  session: (id: string) => `session:${id}` as const,
  queue: (id: string) => `queue:${id}` as const,
  /** Who may set up channels: their health. */
  channels: () => 'channels' as const,
  /** Everybody at a desk: colleagues' presence. */
  desk: () => 'desk' as const,
  visitor: (id: string) => `visitor:${id}` as const,
  site: (id: string) => `site:${id}` as const,
}
