import { type Api, listLayout as schema, type ResponseOf } from '@care/contract'
import { eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'

/** The columns that an operator has chosen; what another version has kept and this one does not know counts as none. */
export async function listLayout(db: Reader, operatorId: string): Promise<ResponseOf<Api['getListLayout']>> {
  const { listLayouts } = db.t
  const [row] = await db.select().from(listLayouts).where(eq(listLayouts.operatorId, operatorId))
  const parsed = schema.safeParse(row?.columns)
  return { columns: parsed.success ? parsed.data : null }
}
