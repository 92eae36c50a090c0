import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { iceServersFor } from '../calls/index.ts'
import { dialNumber } from './commands/dial-number.ts'
import { removePhoneLine } from './commands/remove-phone-line.ts'
import { savePhoneLine } from './commands/save-phone-line.ts'
import { tellPhoneStep } from './commands/tell-phone-step.ts'
import { linesOf, linesOfChannel } from './queries/phone-lines.ts'
import { ringingCall } from './queries/ringing-call.ts'
import { sealedForLine } from './store.ts'

type Endpoints =
  | 'dialNumber'
  | 'listMyPhoneLines'
  | 'getLineServers'
  | 'getRingingCall'
  | 'tellPhoneStep'
  | 'listPhoneLines'
  | 'savePhoneLine'
  | 'removePhoneLine'

export const phoneHandlers: Handlers<Endpoints> = {
  dialNumber: (call, { execute }) => execute(dialNumber, call.actor, call.body, optionsOf(call)),
  listMyPhoneLines: async ({ actor }, { store, secrets }) => ({ items: await linesOf(store.read, secrets, actor.id) }),
  getLineServers: ({ actor }, services) => iceServersFor(services, actor.id),
  getRingingCall: ({ actor, query }, { store }) => ringingCall(store.read, actor, query),
  tellPhoneStep: (call, { execute }) =>
    execute(tellPhoneStep, call.actor, { ...call.params, ...call.body }, optionsOf(call)),
  listPhoneLines: ({ params, query }, { store }) => linesOfChannel(store.read, params.channelId, query),
  // Sealed here, so that no command and no stored answer has a password.
  async savePhoneLine(call, { execute, secrets }) {
    const { password: typed, ...line } = call.body
    const { channelId, operatorId } = call.params
    const password = typed ? secrets.seal(typed, sealedForLine(channelId, operatorId)) : typed
    return execute(savePhoneLine, call.actor, { ...call.params, ...line, password }, optionsOf(call))
  },
  removePhoneLine: (call, { execute }) => execute(removePhoneLine, call.actor, call.params, optionsOf(call)),
}
