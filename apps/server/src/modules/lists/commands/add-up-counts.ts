import { inTurn } from '../../../db/sql.ts'
import { command } from '../../../kernel/command.ts'
import { addUpCounts as addUp } from '../counts.ts'

/** Adds what has changed to the kept counts. */
export const addUpCounts = command({
  name: 'add-up-counts',
  action: [],
  load: async (_ctx, _input: null) => null,
  allow: () => false,
  async run(ctx): Promise<{ isMore: boolean }> {
    await inTurn(ctx.tx, 'add-up-counts')
    return { isMore: await addUp(ctx.tx) }
  },
})
