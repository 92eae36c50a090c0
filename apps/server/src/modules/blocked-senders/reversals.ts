import type { Reversals } from '../../kernel/module.ts'
import { lift } from './blocks.ts'

export const blockedSenderReversals: Reversals = {
  // Whoever was lifted by hand meanwhile needs nothing more.
  'sender.blocked': async (ctx, { facts }) => void (await lift(ctx, facts.blockIds)),
}
