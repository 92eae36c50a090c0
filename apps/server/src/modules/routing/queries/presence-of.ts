import type { Presence } from '@care/contract'
import { capacityFor, loadByMedium, mediumIds } from '@care/domain'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { neverHere, shownNow } from '../presence-row.ts'
import { heldTasks } from '../store.ts'

/** What an operator is now, with places taken and places at all. Somebody who was never here is offline. */
export async function presenceOf(db: Reader, operatorId: string, now: number): Promise<Presence> {
  const { presence, operators } = db.t
  const [found] = await db.select().from(presence).where(eq(presence.operatorId, operatorId))
  const [operator] = await db
    .select({ capacity: operators.capacity })
    .from(operators)
    .where(eq(operators.id, operatorId))
  const row = found ?? neverHere(operatorId, 0)
  const taken = loadByMedium((await heldTasks(db, [operatorId])).get(operatorId) ?? [], now)
  const load = Object.fromEntries(
    mediumIds.map((medium) => [
      medium,
      { taken: taken[medium], places: capacityFor(operator?.capacity ?? {}, medium) },
    ]),
  )
  const { chosen, awayReason, since, version, dndSince, dndUntil, dndBy } = row
  const doNotDisturb = dndSince === null || dndBy === null ? null : { until: dndUntil, by: dndBy }
  return { operatorId, chosen, awayReason, shown: shownNow(row, now), since, doNotDisturb, load, version }
}
