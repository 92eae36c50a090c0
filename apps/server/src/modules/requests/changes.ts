import type { Ctx } from '../../kernel/command.ts'
import { about, type RequestRecord, type TypeRecord } from './store.ts'

/** One field of a request that an edit changed; an own field is named `attribute:<id>`. */
export interface FieldChange {
  field: string
  from: unknown
  to: unknown
  /** What people wrote: kept beside the log, which erasure cannot blank (rule 47). */
  isText: boolean
}
/** What `request.edited` carries to its projection. */
export interface EditedTexts {
  texts: { field: string; before: string; after: string }[]
}

const ownPrefix = 'attribute:'
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What the patch changes, own fields one by one. */
export function changesOf(
  request: RequestRecord,
  { fields }: Pick<TypeRecord, 'fields'>,
  patch: Partial<RequestRecord>,
): FieldChange[] {
  const before = request as Record<string, unknown>
  const { attributes, ...rest } = patch
  const texts = new Set(fields.filter(({ kind }) => kind === 'text' || kind === 'longText').map(({ id }) => id))
  const ids = new Set([...Object.keys(request.attributes), ...Object.keys(attributes ?? {})])
  const own = attributes === undefined ? [] : [...ids]
  return [
    ...Object.entries(rest).map(([field, to]) => ({
      field,
      from: before[field] ?? null,
      to,
      isText: field === 'title' || field === 'description',
    })),
    ...own.map((id) => ({
      field: ownPrefix + id,
      from: request.attributes[id] ?? null,
      to: attributes?.[id] ?? null,
      isText: texts.has(id),
    })),
  ].filter(({ from, to }) => !isSame(from, to))
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Tells of an edit: old and new value of each field; what was written goes along and is stored beside it. */
export function emitEdited(ctx: Ctx, row: RequestRecord, changes: readonly FieldChange[]): void {
  const fields = Object.fromEntries(
    changes.map(({ field, from, to, isText }) => [field, isText ? { from: null, to: null } : { from, to }]),
  )
  const texts = changes
    .filter(({ isText }) => isText)
    .map(({ field, from, to }) => ({ field, before: words(from), after: words(to) }))
  const carry: EditedTexts = { texts }
  ctx.emit('request.edited', { ...about(row), fields, version: row.version }, carry)
}
