import { type LinkKind, limits } from '@care/domain'
import { and, count, eq, or } from '../../../db/drizzle.ts'
import { notFound } from '../../../kernel/app-error.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, loadRequest, lockRequests, type RequestRecord } from '../../requests/index.ts'
import { pairOf } from '../links.ts'
import { mayChange, refused, requireVisible } from '../refuse.ts'
import type {} from '../events.ts'

interface LinkInput {
  requestId: string
  otherId: string
  kind: LinkKind
}

/** Says that two requests belong together; both show it (row J8). Refuses itself and a second link of the two. */
export const linkRequests = command({
  name: 'link-requests',
  action: 'requests.edit',
  async load(ctx, { requestId, otherId }: LinkInput) {
    const [one, other] = await lockRequests(ctx, [requestId, otherId])
    return { one: requireVisible(ctx.actor, one), other: requireVisible(ctx.actor, other) }
  },
  allow: ({ actor }, { one }) => mayChange(actor, one),
  async run(ctx, { one, other }, { kind }) {
    const [from, to] = [one.request, other.request]
    if (from.id === to.id) throw refused('SAME_REQUEST')
    await requireRoom(ctx, from.id)
    await requireRoom(ctx, to.id)
    const linkId = ctx.newId()
    const added = await ctx.tx
      .insert(ctx.tx.t.requestLinks)
      .values({
        id: linkId,
        fromId: from.id,
        toId: to.id,
        pair: pairOf(from.id, to.id),
        kind,
        madeById: ctx.actor.kind === 'operator' ? ctx.actor.id : null,
        madeAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: ctx.tx.t.requestLinks.id })
    if (added.length === 0) throw refused('LINKED_ALREADY')
    emitLink(ctx, 'request.linked', { linkId, kind, from, to })
    return { requestId: from.id, linkId }
  },
})

/** Takes a link away; both requests' histories say so. */
export const unlinkRequests = command({
  name: 'unlink-requests',
  action: 'requests.edit',
  load: (ctx, { requestId }: { requestId: string; linkId: string }) => loadRequest(ctx, requestId),
  allow: ({ actor }, loaded) => mayChange(actor, loaded),
  async run(ctx, { request }, { linkId }) {
    if (!(await removeLink(ctx, linkId, request.id))) throw notFound('link')
    return { requestId: request.id }
  },
})

/** Removes a link of the request; false when it is not there. */
export async function removeLink(ctx: Ctx, linkId: string, requestId: string): Promise<boolean> {
  const { requestLinks, requests } = ctx.tx.t
  const [link] = await ctx.tx
    .delete(requestLinks)
    .where(and(eq(requestLinks.id, linkId), or(eq(requestLinks.fromId, requestId), eq(requestLinks.toId, requestId))))
    .returning()
  if (!link) return false
  const find = async (id: string) => (await ctx.tx.select().from(requests).where(eq(requests.id, id)))[0]
  const [from, to] = [await find(link.fromId), await find(link.toId)]
  if (from && to) emitLink(ctx, 'request.unlinked', { linkId, kind: link.kind, from, to })
  return true
}

interface Link {
  linkId: string
  kind: LinkKind
  from: RequestRecord
  to: RequestRecord
}
export function emitLink(
  ctx: Ctx,
  type: 'request.linked' | 'request.unlinked',
  { linkId, kind, from, to }: Link,
): void {
  const line = (one: RequestRecord, other: RequestRecord, isFrom: boolean): void =>
    ctx.emit(type, {
      ...about(one),
      linkId,
      kind,
      isFrom,
      otherId: other.id,
      otherNumber: other.number,
      version: one.version,
    })
  line(from, to, true)
  line(to, from, false)
}

async function requireRoom(ctx: Ctx, requestId: string): Promise<void> {
  const { requestLinks } = ctx.tx.t
  const [links] = await ctx.tx
    .select({ n: count() })
    .from(requestLinks)
    .where(or(eq(requestLinks.fromId, requestId), eq(requestLinks.toId, requestId)))
  if ((links?.n ?? 0) >= limits.links) throw refused('TOO_MANY', { most: limits.links })
}
