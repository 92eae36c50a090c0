import { stageCategories, stageOf } from '@care/domain'
import { and, asc, eq, inArray } from '../../../db/drizzle.ts'
import { command } from '../../../kernel/command.ts'
import { lockRequest, moveTo } from '../../requests/index.ts'

const most = 40

/** Moves some open requests out of a stage that their type has retired; says how many. Does nothing when it is back. */
export const emptyStage = command({
  name: 'empty-stage',
  action: [],
  load: async () => null,
  allow: () => false,
  async run(ctx, _, { typeId, stage, to }: { typeId: string; stage: string; to: string }) {
    const { requests } = ctx.tx.t
    const found = await ctx.tx
      .select({ id: requests.id })
      .from(requests)
      .where(
        and(
          inArray(
            requests.category,
            stageCategories.filter((category) => category !== 'closed'),
          ),
          eq(requests.typeId, typeId),
          eq(requests.stage, stage),
        ),
      )
      .orderBy(asc(requests.id))
      .limit(most)
    let moved = 0
    for (const { id } of found) {
      const loaded = await lockRequest(ctx, id)
      const target = stageOf(loaded.type.workflow, to)
      const isStillThere = loaded.request.stage === stage && loaded.request.typeId === typeId
      if (!target || !isStillThere || stageOf(loaded.type.workflow, stage)) continue
      await moveTo(ctx, loaded, target)
      moved += 1
    }
    return { moved }
  },
})
