import { isTimeZone } from '@care/domain'
import { eq, sql } from '../../db/drizzle.ts'
import { prepared } from '../../db/prepared.ts'
import type { Reader } from '../../db/store.ts'

export const timeZoneKey = 'workspace.timeZone'

const settingRow = prepared('workspace_time_zone', (db: Reader) =>
  db
    .select({ value: db.t.settings.value })
    .from(db.t.settings)
    .where(eq(db.t.settings.key, sql.placeholder('key'))),
)

/** In which the workspace's days begin; the machine's own while nobody has chosen one. */
export async function workspaceTimeZone(db: Reader): Promise<string> {
  const [row] = await settingRow(db, { key: timeZoneKey })
  return typeof row?.value === 'string' && isTimeZone(row.value)
    ? row.value
    : Intl.DateTimeFormat().resolvedOptions().timeZone
}
