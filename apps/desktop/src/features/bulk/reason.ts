import type { BulkItem } from '@care/contract'
import type { DesktopT } from '@care/i18n/desktop'
import { localName } from '../../shared/words/local-name.ts'

const problems = ['CLOSED', 'MERGED', 'OPEN_PARTS', 'NO_ACTIVITY', 'NO_QUEUE', 'TOO_MANY_TAGS'] as const
const paths = ['outcome', 'stage', 'queueId', 'operatorId'] as const
const codes = ['FORBIDDEN', 'NOT_FOUND'] as const
const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value)

/** Why a request was left as it is, in words that say what is in the way. */
export function reasonOf(t: DesktopT, { state, error }: Pick<BulkItem, 'state' | 'error'>): string {
  if (error === null) return ''
  const { code, details } = error
  const problem = oneOf(problems, details.problem)
  if (problem) return t(`bulk.reasons.${problem}`)
  if (state === 'kept' && code === 'NOT_ALLOWED_NOW') return t('bulk.reasons.changed')
  if (code === 'FIELDS_REQUIRED') return t('bulk.reasons.fields', { fields: fieldNames(t, details.fields) })
  if (code === 'INVALID_INPUT') {
    const path = oneOf(paths, Array.isArray(details.issues) ? details.issues[0]?.path : undefined)
    if (path) return t(`bulk.reasons.${path}`)
  }
  if (code === 'NOT_ALLOWED_NOW' && typeof details.to === 'string') return t('bulk.reasons.noWay')
  const known = oneOf(codes, code)
  return known ? t(`bulk.reasons.${known}`) : t(`errors.${code as 'INTERNAL'}`)
}

const fieldNames = (t: DesktopT, fields: unknown): string =>
  (Array.isArray(fields) ? (fields as Array<{ name: Parameters<typeof localName>[0] }>) : [])
    .map(({ name }) => localName(name, t.language))
    .join(', ')
