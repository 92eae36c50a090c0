import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { newToken } from '../../kernel/ids.ts'
import { hashToken } from '../../kernel/token.ts'
import { cancelCallback } from './commands/cancel-callback.ts'
import { linkCallback } from './commands/link-callback.ts'
import { moveCallback } from './commands/move-callback.ts'
import { noteAttempt } from './commands/note-attempt.ts'
import { planCallback } from './commands/plan-callback.ts'
import { linkHashBy } from './link-token.ts'
import { callbackDetails } from './queries/callback-details.ts'

type Endpoints = 'getCallback' | 'planCallback' | 'noteAttempt' | 'moveCallback' | 'cancelCallback' | 'linkCallback'

export const callbackHandlers: Handlers<Endpoints> = {
  getCallback: ({ actor, params }, services) => callbackDetails(services, actor, params.activityId),
  async planCallback(call, services) {
    const input = { ...call.body, linkHashOf: linkHashBy(services.secrets) }
    const { activityId } = await services.execute(planCallback, call.actor, input, optionsOf(call))
    return callbackDetails(services, call.actor, activityId)
  },
  async noteAttempt(call, services) {
    const input = { ...call.params, ...call.body }
    const { activityId } = await services.execute(noteAttempt, call.actor, input, optionsOf(call))
    return callbackDetails(services, call.actor, activityId)
  },
  async moveCallback(call, services) {
    const input = { ...call.params, ...call.body }
    const { activityId } = await services.execute(moveCallback, call.actor, input, optionsOf(call))
    return callbackDetails(services, call.actor, activityId)
  },
  async cancelCallback(call, services) {
    const { activityId } = await services.execute(cancelCallback, call.actor, call.params, optionsOf(call))
    return callbackDetails(services, call.actor, activityId)
  },
  // Without a key: a repeated call makes a new link, and no stored answer holds a token.
  async linkCallback({ actor, params, requestId }, { execute }) {
    const token = newToken()
    await execute(linkCallback, actor, { ...params, linkHash: hashToken(token) }, { requestId })
    return { token }
  },
}
