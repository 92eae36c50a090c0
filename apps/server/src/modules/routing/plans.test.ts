import { and, asc, inArray, isNotNull, lte, sql } from '../../db/drizzle.ts'
import { expect, test } from 'vitest'
import { openTempStore } from '../../testing/temp-store.ts'
import { idsOfGroupsOf } from '../groups/index.ts'
import { waitsNow } from './store.ts'

/** The few that wait for a group, or longer than a limit, are found by their own index, however many wait. */
test('groups and overflow are looked for in small indexes', async () => {
  const temp = await openTempStore()
  try {
    const { read, t, dialect } = temp.store
    // PostgreSQL chooses by what is in the tables, and here is nothing.
    const inPlan = (index: string): string => (dialect === 'sqlite' ? index : '')
    const { activities } = t
    const planOf = async (query: { getSQL(): unknown }): Promise<string> =>
      JSON.stringify(
        await read.rows(
          dialect === 'sqlite' ? sql`explain query plan ${query.getSQL()}` : sql`explain ${query.getSQL()}`,
        ),
      )
    const select = read.select({ id: activities.id }).from(activities)
    const waiting = waitsNow(activities)
    expect(
      await planOf(
        read
          .select({ id: activities.groupId })
          .from(activities)
          .where(and(isNotNull(activities.groupId), waiting)),
      ),
    ).toContain(inPlan('activities_group'))
    expect(
      await planOf(select.where(and(inArray(activities.groupId, idsOfGroupsOf(read, 'anna')), waiting))),
    ).toContain(inPlan('activities_group'))
    expect(
      await planOf(
        read
          .select({ id: activities.id })
          .from(activities)
          .where(and(lte(activities.overflowAt, 5), waiting))
          .orderBy(asc(activities.overflowAt), asc(activities.id))
          .limit(10),
      ),
    ).toContain(inPlan('activities_overflow'))
  } finally {
    await temp.remove()
  }
})
