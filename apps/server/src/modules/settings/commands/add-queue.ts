import type { Api, BodyOf } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { replaceMembers } from '../members.ts'

/** Makes a queue with its members. */
export const addQueue = command({
  name: 'add-queue',
  action: 'settings.queues',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { memberIds, ...fields }: BodyOf<Api['addQueue']>) {
    const queueId = ctx.newId()
    await ctx.tx.insert(ctx.tx.t.queues).values({ id: queueId, ...fields, version: 1 })
    const { added } = await replaceMembers(ctx, queueId, memberIds)
    ctx.emit('queue.created', { queueId, memberIds: added })
    return { queueId, added }
  },
})
