import type { MyPhoneLine, PhoneLine } from '@care/contract'
import { and, asc, eq, gt, isNull } from '../../../db/drizzle.ts'
import { pageOf, readCursor } from '../../../db/cursor.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { Secrets } from '../../../kernel/secrets.ts'
import { findChannel } from '../../channels/index.ts'
import { phoneKind, sealedForLine } from '../store.ts'

/** Everybody's lines at a phone system, by operator; of a password only that it is set. */
export async function linesOfChannel(
  db: Reader,
  channelId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ items: PhoneLine[]; nextCursor: string | null }> {
  if ((await findChannel(db, channelId))?.kind !== phoneKind) throw notFound('phone system')
  const { phoneLines, operators } = db.t
  const position = readCursor(page.cursor, ['string'])
  const rows = await db
    .select({ line: phoneLines, name: operators.name })
    .from(phoneLines)
    .innerJoin(operators, eq(operators.id, phoneLines.operatorId))
    .where(and(eq(phoneLines.channelId, channelId), position ? gt(phoneLines.operatorId, position[0]) : undefined))
    .orderBy(asc(phoneLines.operatorId))
    .limit(page.limit + 1)
  const { items, nextCursor } = pageOf(rows, page.limit, ({ line }) => [line.operatorId])
  return {
    items: items.map(({ line: { operatorId, userName, extension, password }, name }) => ({
      operator: { id: operatorId, name },
      userName,
      extension,
      hasPassword: password !== null,
    })),
    nextCursor,
  }
}

/** One's own lines at phone systems that are on, with what a softphone needs. A password opens for its owner alone. */
export async function linesOf(db: Reader, secrets: Secrets, operatorId: string): Promise<MyPhoneLine[]> {
  const { phoneLines, channels } = db.t
  const rows = await db
    .select({ line: phoneLines, channel: channels })
    .from(phoneLines)
    .innerJoin(channels, eq(channels.id, phoneLines.channelId))
    .where(and(eq(phoneLines.operatorId, operatorId), eq(channels.isOn, true), isNull(channels.removedAt)))
    .orderBy(asc(channels.createdAt), asc(channels.id))
  return rows.map(({ line, channel: { id, name, settings } }) => {
    const socketUrl = String(settings['sipSocket'] ?? '')
    const { userName, extension, password } = line
    const isSoftphone = socketUrl !== '' && password !== null
    return {
      channel: { id, name },
      userName,
      extension,
      sip: isSoftphone
        ? {
            socketUrl,
            domain: String(settings['sipDomain'] ?? ''),
            password: secrets.open(password, sealedForLine(id, operatorId)),
          }
        : null,
    }
  })
}
