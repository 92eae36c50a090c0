import { dayMs } from '@care/domain'
import { and, asc, isNotNull, lte } from '../db/drizzle.ts'
import { system } from '../kernel/actor.ts'
import type { Sweep } from '../kernel/sweep.ts'
import { purgeQuickReply } from '../modules/quick-replies/index.ts'
import { unlessLost } from './lost-race.ts'

/** Removes quick replies for good a day after they were deleted, with their files. */
export const deletedQuickReplies: Sweep = {
  name: 'deleted-quick-replies',
  everyMs: 60_000,
  async find({ store }, now, limit) {
    const { quickReplies } = store.t
    const old = store.read
      .select({ id: quickReplies.id })
      .from(quickReplies)
      .where(and(isNotNull(quickReplies.deletedAt), lte(quickReplies.deletedAt, now - dayMs)))
    return (await old.orderBy(asc(quickReplies.deletedAt)).limit(limit)).map((row) => row.id)
  },
  handle: ({ execute }, quickReplyId) => unlessLost(execute(purgeQuickReply, system, { quickReplyId })),
}
