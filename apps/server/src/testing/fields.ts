import type { Endpoint } from '@care/contract'
import { z } from 'zod'

type Json = Record<string, unknown>
export type Part = 'params' | 'query' | 'body'
/** One field of an endpoint's input; `*` in the path stands for the items of a list. */
export interface Field {
  part: Part
  path: readonly string[]
  kind: 'text' | 'number'
}

/** Every field of an endpoint that takes text or a number, found in its schema: a new one is there by itself. */
export function fieldsOf(endpoint: Endpoint): Field[] {
  return (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema = z.toJSONSchema(endpoint[part], { io: 'input', unrepresentable: 'any' }) as Json
    const found = walk(schema, []).map((field) => ({ ...field, part }))
    return [...new Map(found.map((field) => [`${field.path.join('.')} ${field.kind}`, field])).values()]
  })
}

function walk(schema: Json, path: readonly string[]): Omit<Field, 'part'>[] {
  const { type, properties, items, anyOf, allOf } = schema as {
    type?: string
    properties?: Record<string, Json>
    items?: Json
    anyOf?: Json[]
    allOf?: Json[]
  }
  if ('enum' in schema || 'const' in schema) return []
  if (type === 'string') return [{ path, kind: 'text' }]
  if (type === 'number' || type === 'integer') return [{ path, kind: 'number' }]
  return [
    ...[...(anyOf ?? []), ...(allOf ?? [])].flatMap((one) => walk(one, path)),
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => walk(one, [...path, name])),
    ...(items ? walk(items, [...path, '*']) : []),
  ]
}

/** The same input with this value in that field. */
export function withValue(input: unknown, path: readonly string[], value: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (name === '*') return [withValue(undefined, rest, value)]
  const before = typeof input === 'object' && input !== null ? (input as Json) : {}
  return { ...before, [name]: withValue(before[name], rest, value) }
}

/** Every text that stands somewhere in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
