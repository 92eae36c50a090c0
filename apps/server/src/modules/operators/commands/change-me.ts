import type { Language } from '@care/contract'
import type { SingleKeys } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'

interface OwnSettings {
  language?: Language | null | undefined
  singleKeys?: SingleKeys | undefined
  mailSignature?: string | undefined
}

/** Changes one's own settings; what is absent stays as it is. */
export const changeMe = command({
  name: 'change-me',
  action: 'signedIn',
  load: async () => null,
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _, { language, singleKeys, mailSignature }: OwnSettings) {
    if (ctx.actor.kind !== 'operator') return null
    const changes = {
      ...(language === undefined ? {} : { language }),
      ...(singleKeys === undefined ? {} : { singleKeys }),
      ...(mailSignature === undefined ? {} : { mailSignature }),
    }
    const fields = Object.keys(changes)
    if (fields.length === 0) return null
    const { operators } = ctx.tx.t
    await ctx.tx.update(operators).set(changes).where(eq(operators.id, ctx.actor.id))
    ctx.emit('operator.edited', { operatorId: ctx.actor.id, fields })
    return null
  },
})
