import type { CustomerField } from '@care/contract'
import { asc } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** The workspace's own fields in their order, removed ones too. */
export async function listCustomerFields(db: Reader): Promise<CustomerField[]> {
  const { customerFields } = db.t
  const rows = await db.select().from(customerFields).orderBy(asc(customerFields.position), asc(customerFields.id))
  return rows.map(({ id, name, kind, options, position, isRemoved, version }) => ({
    id,
    name,
    kind,
    options,
    position,
    isRemoved,
    version,
  }))
}

/** One of them. Refuses with NOT_FOUND. */
export async function getCustomerField(db: Reader, fieldId: string): Promise<CustomerField> {
  const field = (await listCustomerFields(db)).find(({ id }) => id === fieldId)
  if (!field) throw notFound('field')
  return field
}
