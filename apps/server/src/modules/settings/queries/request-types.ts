import type { RequestType } from '@care/contract'
import { dayMs } from '@care/domain'
import { asc } from '../../../db/drizzle.ts'
import type { Reader } from '../../../db/store.ts'
import { notFound } from '../../../kernel/app-error.ts'
import type { TypeRecord } from '../../requests/index.ts'

/** Request types by name. */
export async function requestTypeList(read: Reader): Promise<RequestType[]> {
  const { requestTypes } = read.t
  const rows = await read.select().from(requestTypes).orderBy(asc(requestTypes.name), asc(requestTypes.id))
  return rows.map(presentType)
}

/** A type as everybody sees it: days instead of milliseconds, without outcomes that are retired. */
export const presentType = (type: TypeRecord): RequestType => ({
  id: type.id,
  name: type.name,
  isDefault: type.isDefault,
  autoCloseDays: type.autoCloseMs === null ? null : type.autoCloseMs / dayMs,
  reopenDays: type.reopenMs / dayMs,
  onReply: type.onReply,
  stages: [...type.workflow.stages],
  retiredStages: [...(type.workflow.retired ?? [])],
  transitions: [...type.workflow.transitions],
  outcomes: type.outcomes.filter(({ isRetired }) => !isRetired),
  defaultOutcome: type.defaultOutcome,
  fields: type.fields as RequestType['fields'],
  version: type.version,
})

export async function requestTypeById(read: Reader, typeId: string): Promise<RequestType> {
  const type = (await requestTypeList(read)).find((one) => one.id === typeId)
  if (!type) throw notFound('request type')
  return type
}
