import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { requestDetails } from '../requests/index.ts'
import { addMacro } from './commands/add-macro.ts'
import { applyMacro, applyMacroToMany } from './commands/apply-macro.ts'
import { editMacro } from './commands/edit-macro.ts'
import { deleteMacro, restoreMacro } from './commands/keep-macro.ts'
import { macrosOf, presentMacro } from './store.ts'
import { targetsOf } from './targets.ts'

type MacroEndpoints =
  | 'listMacros'
  | 'addMacro'
  | 'editMacro'
  | 'deleteMacro'
  | 'restoreMacro'
  | 'applyMacro'
  | 'applyMacroToMany'

export const macroHandlers: Handlers<MacroEndpoints> = {
  async listMacros({ actor }, { store }) {
    const targets = await targetsOf(store.read, actor)
    return { items: (await macrosOf(store.read, actor)).map((row) => presentMacro(actor, row, targets)) }
  },
  async addMacro(call, { execute, store }) {
    const row = await execute(addMacro, call.actor, call.body, optionsOf(call))
    return presentMacro(call.actor, row, await targetsOf(store.read, call.actor))
  },
  async editMacro(call, { execute, store }) {
    const input = { macroId: call.params.macroId, version: call.version, patch: call.body }
    const row = await execute(editMacro, call.actor, input, optionsOf(call))
    return presentMacro(call.actor, row, await targetsOf(store.read, call.actor))
  },
  deleteMacro: (call, { execute }) => execute(deleteMacro, call.actor, call.params, optionsOf(call)),
  async restoreMacro(call, { execute, store }) {
    const row = await execute(restoreMacro, call.actor, call.params, optionsOf(call))
    return presentMacro(call.actor, row, await targetsOf(store.read, call.actor))
  },
  async applyMacro(call, { execute, store }) {
    const input = { ...call.params, ...call.body }
    const { quickReplyId } = await execute(applyMacro, call.actor, input, optionsOf(call))
    return { request: await requestDetails(store.read, call.actor, input.requestId), quickReplyId }
  },
  applyMacroToMany: (call, { execute }) =>
    execute(applyMacroToMany, call.actor, { ...call.params, ...call.body }, optionsOf(call)),
}
