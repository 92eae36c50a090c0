import type { Api, BodyOf } from '@care/contract'
import { command } from '../../../kernel/command.ts'
import { keepingHours } from '../../calendars/index.ts'
import { replaceMembers } from '../members.ts'

/** Makes a queue with its members. */
export const addQueue = command({
  name: 'add-queue',
  action: 'settings.queues',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, { memberIds, calendarId, ...fields }: BodyOf<Api['addQueue']>) {
    const queueId = ctx.newId()
    const { columns } = await keepingHours(ctx, calendarId)
    await ctx.tx.insert(ctx.tx.t.queues).values({ id: queueId, ...fields, ...columns, version: 1 })
    const { added } = await replaceMembers(ctx, queueId, memberIds)
    ctx.emit('queue.created', { queueId, memberIds: added })
    return { queueId, added }
  },
})
