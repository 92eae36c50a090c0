import { and, eq, ne, or } from '../../../db/drizzle.ts'
import { plus } from '../../../db/sql.ts'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { findChannel } from '../../channels/index.ts'
import type {} from '../events.ts'
import { lineOfOperator, phoneKind } from '../store.ts'

export interface SavePhoneLine {
  channelId: string
  operatorId: string
  userName: string
  extension: string | null
  /** Sealed by the caller; null takes it away, undefined leaves it. */
  password?: string | null | undefined
}

/**
 * Says under which name an operator is known to a phone system. NOT_FOUND for what is no phone system or operator, NAME_TAKEN
 * with who has this user name or extension there.
 */
export const savePhoneLine = command({
  name: 'save-phone-line',
  action: 'settings.channels',
  async load({ tx }, { channelId, operatorId }: SavePhoneLine) {
    const channel = await findChannel(tx, channelId)
    if (channel?.kind !== phoneKind) throw notFound('phone system')
    const { operators } = tx.t
    const [operator] = await tx.select({ id: operators.id }).from(operators).where(eq(operators.id, operatorId))
    if (!operator) throw notFound('operator')
    return lineOfOperator(tx, channelId, operatorId)
  },
  allow: () => true,
  async run(ctx, before, { channelId, operatorId, userName, extension, password }) {
    const { phoneLines, operators } = ctx.tx.t
    const names = [userName, ...(extension === null ? [] : [extension])]
    const [other] = await ctx.tx
      .select({ name: operators.name })
      .from(phoneLines)
      .innerJoin(operators, eq(operators.id, phoneLines.operatorId))
      .where(
        and(
          eq(phoneLines.channelId, channelId),
          ne(phoneLines.operatorId, operatorId),
          or(...names.flatMap((name) => [eq(phoneLines.userName, name), eq(phoneLines.extension, name)])),
        ),
      )
      .limit(1)
    if (other) throw new AppError('NAME_TAKEN', undefined, { name: other.name })
    const kept = password === undefined ? (before?.password ?? null) : password
    await ctx.tx
      .insert(phoneLines)
      .values({ channelId, operatorId, userName, extension, password: kept, version: 1 })
      .onConflictDoUpdate({
        target: [phoneLines.channelId, phoneLines.operatorId],
        set: { userName, extension, password: kept, version: plus(phoneLines.version, 1) },
      })
    ctx.emit('phoneLine.saved', { channelId, operatorId })
    return { ok: true as const }
  },
})
