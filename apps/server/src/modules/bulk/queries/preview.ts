import type { BulkPreview, BulkSelection } from '@care/contract'
import { limits } from '@care/domain'
import { and, count, inArray } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import type { OperatorActor } from '../../../kernel/actor.ts'
import { requestIdsMatching } from '../../lists/index.ts'
import { visibleTo } from '../../requests/index.ts'

const slice = 500

/** How many requests a selection is and of which types; stops at the most that one run takes. */
export async function previewBulk(
  db: Reader,
  actor: OperatorActor,
  now: number,
  selection: BulkSelection,
): Promise<BulkPreview> {
  const types = new Map<string, { typeId: string; open: number; closed: number }>()
  let total = 0
  for await (const ids of slices(db, actor, now, selection)) {
    total += ids.length
    if (total > limits.bulkItems) break
    for (const { typeId, category, n } of await typesOf(db, actor, ids)) {
      const sum = types.get(typeId) ?? { typeId, open: 0, closed: 0 }
      sum[category === 'closed' ? 'closed' : 'open'] += Number(n)
      types.set(typeId, sum)
    }
    // A count of many must not hold up messages.
    await new Promise(setImmediate)
  }
  return { count: Math.min(total, limits.bulkItems), isTooMany: total > limits.bulkItems, types: [...types.values()] }
}

async function* slices(
  db: Reader,
  actor: OperatorActor,
  now: number,
  selection: BulkSelection,
): AsyncGenerator<string[]> {
  if ('ids' in selection) {
    const ids = [...new Set(selection.ids)]
    for (let from = 0; from < ids.length; from += slice) yield ids.slice(from, from + slice)
    return
  }
  let cursor: string | undefined
  do {
    const asker = { actor, now, dayEndsAt: selection.dayEndsAt }
    const page = await requestIdsMatching(db, selection.filter, asker, cursor, slice)
    yield page.ids
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

function typesOf(db: Reader, actor: OperatorActor, ids: string[]) {
  const { requests } = db.t
  return db
    .select({ typeId: requests.typeId, category: requests.category, n: count() })
    .from(requests)
    .where(and(inArray(requests.id, ids), visibleTo(db, actor)))
    .groupBy(requests.typeId, requests.category)
}
