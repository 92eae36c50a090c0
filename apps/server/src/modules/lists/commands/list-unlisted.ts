import { asc, gt } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { lockReader, moveReader } from '../../../kernel/log-reader.ts'
import { listNew } from '../relist.ts'

const atOnce = 100
/** By another name than before talks were kept: all are looked through once more for theirs. */
export const unlistedReader = 'unlisted-3'

/**
 * Puts requests into the lists that came into the database by another way than a command (an import, an update of the
 * product): all by number, once. False when there are no more.
 */
export const listUnlisted = command({
  name: 'list-unlisted',
  action: [],
  load: (ctx, _input: null) => lockReader(ctx, unlistedReader, 0),
  allow: () => false,
  async run(ctx, number): Promise<{ isMore: boolean }> {
    const { requests } = ctx.tx.t
    const rows = await ctx.tx
      .select({ id: requests.id, number: requests.number })
      .from(requests)
      .where(gt(requests.number, number))
      .orderBy(asc(requests.number))
      .limit(atOnce)
    const last = rows.at(-1)
    if (!last) return { isMore: false }
    await listNew(
      ctx.tx,
      rows.map(({ id }) => id),
    )
    await moveReader(ctx, unlistedReader, last.number)
    return { isMore: rows.length === atOnce }
  },
})
