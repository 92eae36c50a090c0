import type { Api, BodyOf } from '@care/contract'
import { foldEmail } from '@care/domain'
import { and, eq, isNull } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { block } from '../blocks.ts'
import { readNetwork } from '../network.ts'

type Input = BodyOf<Api['blockSender']>

/** Blocks a mail address or a network by hand. Who is blocked already stays so; refuses what is no address. */
export const blockSender = command({
  name: 'block-sender',
  action: 'senders.block',
  load: () => Promise.resolve(null),
  allow: () => true,
  async run(ctx, _, { kind, value: typed }: Input) {
    const value = kind === 'email' ? foldEmail(typed) : readNetwork(typed)
    if (value === null)
      throw new AppError('INVALID_INPUT', 'an IP address, or a range of at least /8 (IPv6: /32)', {
        issues: [{ path: 'value', message: 'not a network' }],
      })
    const [made] = await block(ctx, [{ kind, value, requestId: null, customerId: null }])
    if (made) return { blockId: made.id }
    const { blockedSenders } = ctx.tx.t
    const [known] = await ctx.tx
      .select({ id: blockedSenders.id })
      .from(blockedSenders)
      .where(and(eq(blockedSenders.kind, kind), eq(blockedSenders.value, value), isNull(blockedSenders.liftedAt)))
    // It was lifted in the same instant.
    if (!known) throw new AppError('UNAVAILABLE')
    return { blockId: known.id }
  },
})
