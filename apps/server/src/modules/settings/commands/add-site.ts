import type { Api, BodyOf } from '@care/contract'
import { and, eq } from '../../../db/drizzle.ts'
import { randomBytes } from 'node:crypto'
import { AppError, notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { requireLocation } from '../../requests/index.ts'

/** Public name of a site in the script tag; unguessable only so that a site is not found by trying. */
export const newSiteKey = (): string => randomBytes(12).toString('base64url')

export async function checkQueue(ctx: Ctx, queueId: string): Promise<void> {
  const { queues } = ctx.tx.t
  const [queue] = await ctx.tx
    .select({ id: queues.id })
    .from(queues)
    .where(and(eq(queues.id, queueId), eq(queues.isActive, true)))
  if (!queue) throw notFound('queue')
}

/** Makes a site of the widget; its chats become requests of the default type in the queue named. */
export const addSite = command({
  name: 'add-site',
  action: 'settings.sites',
  load: async () => null,
  allow: () => true,
  async run(ctx, _, fields: BodyOf<Api['addSite']>) {
    await checkQueue(ctx, fields.queueId)
    if (fields.locationId !== null) await requireLocation(ctx, fields.locationId)
    const { sites, requestTypes } = ctx.tx.t
    const [type] = await ctx.tx
      .select({ id: requestTypes.id })
      .from(requestTypes)
      .where(eq(requestTypes.isDefault, true))
    if (!type) throw new AppError('NOT_ALLOWED_NOW', 'there is no default request type')
    const siteId = ctx.newId()
    await ctx.tx.insert(sites).values({ id: siteId, key: newSiteKey(), typeId: type.id, ...fields, version: 1 })
    ctx.emit('site.created', { siteId })
    return { siteId }
  },
})
