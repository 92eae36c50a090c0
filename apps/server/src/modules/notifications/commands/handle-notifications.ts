import { handledByOpening, panelKinds } from '@care/domain'
import { AppError } from '../../../kernel/app-error.ts'
import { command } from '../../../kernel/command.ts'
import { settle } from '../notify.ts'

export interface HandleInput {
  ids: readonly string[]
  open?: { requestId: string; activityId: string | null } | undefined
}

/**
 * One is done with some of one's own, or looks at a request and one of its talks: what asked no more than that is handled.
 * A mention is, once the talk with its comment is open. What is handled already, and what is another's, stays as it is.
 */
export const handleNotifications = command({
  name: 'handle-notifications',
  action: 'signedIn',
  load: async () => null,
  allow: ({ actor }) => actor.kind === 'operator',
  async run(ctx, _, { ids, open }: HandleInput) {
    if (ctx.actor.kind !== 'operator') throw new AppError('FORBIDDEN')
    const of = ctx.actor.id
    if (ids.length > 0) await settle(ctx, { kinds: panelKinds, of, about: { ids } })
    if (open) {
      const { requestId, activityId } = open
      const kinds = handledByOpening.filter((kind) => kind !== 'mention')
      await settle(ctx, { kinds, of, about: { requestId } })
      if (activityId !== null) await settle(ctx, { kinds: ['mention'], of, about: { activityId } })
    }
    return {}
  },
})
