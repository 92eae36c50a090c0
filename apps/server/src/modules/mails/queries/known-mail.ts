import { and, eq } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'

/** Whether a mail with this Message-ID has come in (rule 33). */
export async function knownMail(db: Reader, internetId: string): Promise<boolean> {
  const { mails } = db.t
  const rows = await db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.internetId, internetId), eq(mails.direction, 'in')))
    .limit(1)
  return rows.length > 0
}
