import { and, eq, isNull } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { phoneKind } from '../store.ts'

/** Where softphones register: the origins of the telephone exchanges that are on, for the policy of the desk's page. */
export async function sipSockets(db: Reader): Promise<string[]> {
  const { channels } = db.t
  const rows = await db
    .select({ settings: channels.settings })
    .from(channels)
    .where(and(eq(channels.kind, phoneKind), eq(channels.isOn, true), isNull(channels.removedAt)))
  return [...new Set(rows.flatMap(({ settings }) => originOf(String(settings['sipSocket'] ?? ''))))]
}

function originOf(address: string): string[] {
  const url = URL.parse(address)
  return url && (url.protocol === 'wss:' || url.protocol === 'ws:') ? [`${url.protocol}//${url.host}`] : []
}
