import type { DeskEventHandlers } from '../../shared/realtime/events.ts'

/** A part that closes, a request that is merged: ties have no event of their own, and only those on the screen are fetched. */
export const tieEvents = {
  'request.changed': (client) =>
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'request' && queryKey[2] === 'ties' }),
} satisfies Partial<DeskEventHandlers>
