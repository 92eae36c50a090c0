import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { requestDetails } from '../requests/index.ts'
import { undoChange } from './commands/undo-change.ts'
import { undoFollowUp } from './commands/undo-follow-up.ts'

export const undoHandlers: Handlers<'undoChange' | 'undoFollowUp'> = {
  async undoChange(call, { execute, store }) {
    const { requestId } = call.params
    await execute(undoChange, call.actor, { requestId, change: call.body.change }, optionsOf(call))
    return requestDetails(store.read, call.actor, requestId)
  },
  undoFollowUp: (call, { execute }) =>
    execute(undoFollowUp, call.actor, { ...call.params, ...call.body }, optionsOf(call)),
}
