import { room } from '@care/contract'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { hashPassword } from './password.ts'
import { addOperator } from './commands/add-operator.ts'
import { closeOperator } from './commands/close-operator.ts'
import { editOperator } from './commands/edit-operator.ts'
import { reopenOperator } from './commands/reopen-operator.ts'
import { setOperatorPassword } from './commands/set-operator-password.ts'
import { operatorById } from './queries/operator.ts'
import { operatorWork } from './queries/operator-work.ts'

type OperatorEndpoints =
  | 'addOperator'
  | 'editOperator'
  | 'getOperator'
  | 'setOperatorPassword'
  | 'getOperatorWork'
  | 'closeOperator'
  | 'reopenOperator'

export const operatorHandlers: Handlers<OperatorEndpoints> = {
  async addOperator(call, { execute, store, clock }) {
    const { password, ...fields } = call.body
    const passwordHash = await hashPassword(password)
    const { operatorId } = await execute(addOperator, call.actor, { ...fields, passwordHash }, optionsOf(call))
    return operatorById(store.read, operatorId, clock.now())
  },
  async editOperator(call, { execute, store, clock, live }) {
    const { operatorId } = call.params
    const input = { operatorId, version: call.version, patch: call.body }
    const { hasOtherRights } = await execute(editOperator, call.actor, input, optionsOf(call))
    // Rooms are given as a socket connects: it comes back by itself, into those of the new role.
    if (hasOtherRights) live.disconnect(room.operator(operatorId))
    return operatorById(store.read, operatorId, clock.now())
  },
  getOperator: ({ params }, { store, clock }) => operatorById(store.read, params.operatorId, clock.now()),
  async setOperatorPassword(call, { execute, live }) {
    const passwordHash = await hashPassword(call.body.password)
    await execute(setOperatorPassword, call.actor, { ...call.params, passwordHash }, optionsOf(call))
    // Those whose session goes on connect again by themselves.
    live.disconnect(room.operator(call.params.operatorId))
    return { ok: true }
  },
  getOperatorWork: ({ params }, { store }) => operatorWork(store.read, params.operatorId),
  async closeOperator(call, { execute, store, clock, live }) {
    const { operatorId } = call.params
    const { heirId } = call.body
    await execute(closeOperator, call.actor, { operatorId, version: call.version, heirId }, optionsOf(call))
    live.disconnect(room.operator(operatorId))
    const [operator, work] = await Promise.all([
      operatorById(store.read, operatorId, clock.now()),
      operatorWork(store.read, operatorId),
    ])
    return { operator, work }
  },
  async reopenOperator(call, { execute, store, clock }) {
    const { operatorId } = call.params
    await execute(reopenOperator, call.actor, { operatorId, version: call.version }, optionsOf(call))
    return operatorById(store.read, operatorId, clock.now())
  },
}
