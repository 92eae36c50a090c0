import type { MergedField } from '@care/contract'
import type { CustomerRecord } from './store.ts'

type Values = Partial<CustomerRecord>

/** The columns in which each choosable field stands. */
const columnsOf: Readonly<Record<Exclude<MergedField, `attribute:${string}`>, readonly (keyof CustomerRecord)[]>> = {
  name: ['name', 'firstName', 'familyName'],
  email: ['email', 'emailFolded'],
  phone: ['phone', 'phoneDigits'],
  companyName: ['companyId'],
  language: ['language'],
  timeZone: ['timeZone'],
  isVip: ['isVip'],
}
const own = 'attribute:'

/** What the target gets of the source, and what stood there before; only what differs. */
export function chosenValues(
  target: CustomerRecord,
  source: CustomerRecord,
  take: readonly MergedField[],
): { before: Values; after: Values } {
  const after: Values = {}
  const attributes = { ...target.attributes }
  for (const field of take) {
    if (field.startsWith(own)) {
      const value = source.attributes[field.slice(own.length)]
      if (value === undefined) delete attributes[field.slice(own.length)]
      else attributes[field.slice(own.length)] = value
    } else
      for (const column of columnsOf[field as keyof typeof columnsOf])
        Object.assign(after, { [column]: source[column] })
  }
  after.attributes = attributes
  return onlyChanged(target, after)
}

function onlyChanged(target: CustomerRecord, after: Values): { before: Values; after: Values } {
  const columns = (Object.keys(after) as (keyof CustomerRecord)[]).filter(
    (column) => !isSame(target[column], after[column]),
  )
  const pick = (from: Values): Values => Object.fromEntries(columns.map((column) => [column, from[column]]))
  return { before: pick(target), after: pick(after) }
}

/** Puts back what the merge changed and nobody has changed since. */
export function valuesToPutBack(
  target: CustomerRecord,
  record: { before: Record<string, unknown>; after: Record<string, unknown> },
): Values {
  const columns = Object.keys(record.before).filter((column) =>
    isSame(target[column as keyof CustomerRecord], record.after[column]),
  )
  return Object.fromEntries(columns.map((column) => [column, record.before[column]]))
}

/** Objects come back from the database with their keys in another order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return (a ?? null) === (b ?? null)
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame((a as Values)[key as keyof Values], (b as Values)[key as keyof Values]))
}
