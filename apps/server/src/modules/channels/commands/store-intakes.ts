import { notFound } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { takeIntake } from '../jobs-names.ts'
import { findChannel } from '../store.ts'

export interface NewIntake {
  /** Made by the caller: a large raw body is a file of this name already. */
  id: string
  externalId: string
  /** In base64, or null when it is a file. */
  raw: string | null
  rawBytes: number
}
export interface StoreIntakes {
  channelId: string
  intakes: readonly NewIntake[]
}

/** Rows of one statement: with their raw bodies they are no small ones. */
const atOnce = 50

/**
 * Keeps what came in, each once however often it comes, and owes that it is taken. Answers which ones are new. Refuses
 * NOT_FOUND while the channel is off or gone.
 */
export const storeIntakes = command({
  name: 'store-intakes',
  action: [],
  async load({ tx }, { channelId }: StoreIntakes) {
    const channel = await findChannel(tx, channelId)
    if (!channel?.isOn) throw notFound('channel')
    return channel
  },
  allow: () => false,
  async run(ctx, { id: channelId }, { intakes: came }) {
    const { intakes } = ctx.tx.t
    const begun = { channelId, receivedAt: ctx.now, state: 'received' as const, tries: 0, nextTryAt: ctx.now }
    const newIds: string[] = []
    for (let at = 0; at < came.length; at += atOnce) {
      const rows = await ctx.tx
        .insert(intakes)
        .values(came.slice(at, at + atOnce).map((intake) => ({ ...intake, ...begun })))
        .onConflictDoNothing()
        .returning({ id: intakes.id })
      newIds.push(...rows.map(({ id }) => id))
    }
    const isNew = new Set(newIds)
    // In the order in which they came.
    for (const { id } of came) if (isNew.has(id)) ctx.owe(takeIntake, { intakeId: id }, { lane: 'slow' })
    return { newIds }
  },
})
