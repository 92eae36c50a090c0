import type { Ctx } from '../../kernel/command.ts'
import type { AnyEvent } from '../../kernel/event.ts'
import type { About } from '../../kernel/event.ts'
import { relist } from './relist.ts'

/**
 * Whatever happened to a request may have changed where it stands in the lists, whoever thought of the event. Messages
 * are left to `followLog`: they only move it up.
 */
export async function relistChanged(ctx: Ctx, events: readonly AnyEvent[]): Promise<void> {
  const ids = events.flatMap((event) => {
    if (!event.isStored || event.type.startsWith('message.')) return []
    return (event.facts as About).requestId ?? []
  })
  if (ids.length > 0) await relist(ctx.tx, ids)
}
