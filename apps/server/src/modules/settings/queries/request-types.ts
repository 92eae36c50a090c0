import type { RequestType } from '@care/contract'
import { dayMs } from '@care/domain'
import { asc } from 'drizzle-orm'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'

/** Request types by name. */
export async function requestTypeList(read: Reader): Promise<RequestType[]> {
  const { requestTypes } = read.t
  const rows = await read.select().from(requestTypes).orderBy(asc(requestTypes.name), asc(requestTypes.id))
  return rows.map(({ id, name, isDefault, autoCloseMs, reopenMs, onReply, workflow, outcomes, version }) => ({
    id,
    name,
    isDefault,
    autoCloseDays: autoCloseMs === null ? null : autoCloseMs / dayMs,
    reopenDays: reopenMs / dayMs,
    onReply,
    stages: [...workflow.stages],
    transitions: [...workflow.transitions],
    outcomes,
    version,
  }))
}

export async function requestTypeById(read: Reader, typeId: string): Promise<RequestType> {
  const type = (await requestTypeList(read)).find((one) => one.id === typeId)
  if (!type) throw notFound('request type')
  return type
}
