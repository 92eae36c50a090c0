import { limits, whyNotPart } from '@care/domain'
import { count, eq } from '../../../db/drizzle.ts'
import { command, type Ctx } from '../../../kernel/command.ts'
import { about, type LoadedRequest, lockRequests, type RequestRecord, writeRequest } from '../../requests/index.ts'
import type {} from '../events.ts'
import { above, familyTurn, levelsBelow } from '../family.ts'
import { mayChange, refused, requireVisible } from '../refuse.ts'

interface ParentInput {
  requestId: string
  /** null: it is a part of nothing any more. */
  parentId: string | null
}

/** Makes a request a part of another one (row J8). Refuses circles and more than five levels, also when two try at once. */
export const setParent = command({
  name: 'set-parent',
  action: 'requests.edit',
  async load(ctx, { requestId, parentId }: ParentInput) {
    // Before the rows, so that who waits here holds none that the other one needs.
    await familyTurn(ctx)
    const [part, parent] = await lockRequests(ctx, parentId === null ? [requestId] : [requestId, parentId])
    return {
      part: requireVisible(ctx.actor, part),
      parent: parentId === null ? null : requireVisible(ctx.actor, parent),
    }
  },
  allow: ({ actor }, { part }) => mayChange(actor, part),
  async run(ctx, { part, parent }) {
    await putBelow(ctx, part, parent)
    return { requestId: part.request.id }
  },
})

/** The change itself, within its turn; undo uses it too. */
export async function putBelow(ctx: Ctx, { request }: LoadedRequest, parent: LoadedRequest | null): Promise<void> {
  const to = parent?.request ?? null
  if (request.parentId === (to?.id ?? null)) return
  if (to) {
    const problem = whyNotPart({
      partId: request.id,
      parentId: to.id,
      above: await above(ctx, to.id),
      levelsBelow: await levelsBelow(ctx, request.id),
    })
    if (problem) throw refused(problem)
    const { requests } = ctx.tx.t
    const [parts] = await ctx.tx.select({ n: count() }).from(requests).where(eq(requests.parentId, to.id))
    if ((parts?.n ?? 0) >= limits.parts) throw refused('TOO_MANY', { most: limits.parts })
  }
  const from = request.parentId === null ? null : await find(ctx, request.parentId)
  const row = await writeRequest(ctx, request, { parentId: to?.id ?? null })
  ctx.emit('request.parentSet', {
    ...about(row),
    fromId: from?.id ?? null,
    fromNumber: from?.number ?? null,
    toId: to?.id ?? null,
    toNumber: to?.number ?? null,
    version: row.version,
  })
  const facts = { partId: row.id, partNumber: row.number }
  if (from) ctx.emit('request.partRemoved', { ...about(from), ...facts, version: from.version })
  if (to) ctx.emit('request.partAdded', { ...about(to), ...facts, version: to.version })
}

async function find(ctx: Ctx, id: string): Promise<RequestRecord | null> {
  const { requests } = ctx.tx.t
  const [row] = await ctx.tx.select().from(requests).where(eq(requests.id, id))
  return row ?? null
}
