import { command } from '../../../kernel/command.ts'
import { insertOperator, type NewOperator } from '../insert-operator.ts'

/** Makes an account. The password comes hashed: hashing takes longer than a transaction may. */
export const addOperator = command({
  name: 'add-operator',
  action: 'settings.operators',
  load: async () => null,
  allow: () => true,
  run: async (ctx, _, input: NewOperator) => ({ operatorId: await insertOperator(ctx, input) }),
})
