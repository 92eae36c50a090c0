import type { Language } from '@care/contract'
import { eq } from 'drizzle-orm'
import { command } from '../../../kernel/command.ts'

/** Changes one's own settings. */
export const changeMe = command({
  name: 'change-me',
  action: 'signedIn',
  load: async () => null,
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _, { language }: { language: Language | null }) {
    if (ctx.actor.kind !== 'operator') return null
    const { operators } = ctx.tx.t
    await ctx.tx.update(operators).set({ language }).where(eq(operators.id, ctx.actor.id))
    ctx.emit('operator.edited', { operatorId: ctx.actor.id, fields: ['language'] })
    return null
  },
})
