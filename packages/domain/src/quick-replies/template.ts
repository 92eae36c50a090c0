/** What a quick reply may name in braces and have filled in (row M3). */
export const variableNames = [
  'customer.firstName',
  'customer.familyName',
  'customer.name',
  'customer.company',
  'customer.email',
  'customer.phone',
  'operator.firstName',
  'operator.name',
  'request.number',
  'request.title',
  'request.queue',
  'date.today',
] as const
export type VariableName = (typeof variableNames)[number]
export type VariableValues = Readonly<Partial<Record<VariableName, string>>>
/** The value of an own field of the request by its name in any language; undefined when it has none. */
export type FieldValueOf = (fieldName: string) => string | undefined

/** A stretch of a template. `raw` is how it stands in the text; all of them in a row are the text again. */
export type TemplatePart =
  | { kind: 'text'; raw: string }
  | { kind: 'variable'; raw: string; name: VariableName }
  /** `{request:Order number}`: an own field of the request's type (row J4), by its name. */
  | { kind: 'field'; raw: string; label: string }
  /** `{?order number}`: the operator writes it himself. */
  | { kind: 'blank'; raw: string; label: string }
  /** Looks like a variable and is none. */
  | { kind: 'unknown'; raw: string; name: string }

const known: ReadonlySet<string> = new Set(variableNames)
/** `{word.word}`, `{?any words}` or `{request:any words}`. Other braces, as in `{ "a": 1 }`, are text. */
const inBraces = /\{(?:(\?|request:)([^{}\n]{1,80})|([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*))\}/gu

const isKnown = (name: string): name is VariableName => known.has(name)

/** Takes a template apart. */
export function parseTemplate(text: string): TemplatePart[] {
  const parts: TemplatePart[] = []
  let at = 0
  for (const match of text.matchAll(inBraces)) {
    if (match.index > at) parts.push({ kind: 'text', raw: text.slice(at, match.index) })
    parts.push(partOf(match))
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push({ kind: 'text', raw: text.slice(at) })
  return parts
}

function partOf([raw, sign, label = '', name = '']: RegExpExecArray): TemplatePart {
  if (sign !== undefined) return { kind: sign === '?' ? 'blank' : 'field', raw, label: label.trim() }
  return isKnown(name) ? { kind: 'variable', raw, name } : { kind: 'unknown', raw, name }
}

/** Names in braces that no variable has, each once. A template with one is refused when it is saved. */
export function unknownVariables(text: string): string[] {
  return [...new Set(parseTemplate(text).flatMap((part) => (part.kind === 'unknown' ? [part.name] : [])))]
}

export interface FilledPart {
  kind: 'text' | 'filled' | 'unfilled'
  text: string
}

/**
 * Fills in what is known and leaves all else as it stands. What has no value stays in its braces and so keeps the text
 * from being sent; an unknown variable and an own field without a value become a blank for the operator.
 */
export function fillTemplate(
  text: string,
  values: VariableValues,
  fieldValue: FieldValueOf = () => undefined,
): FilledPart[] {
  return parseTemplate(text).map((part): FilledPart => {
    if (part.kind === 'text') return { kind: 'text', text: part.raw }
    if (part.kind === 'unknown') return { kind: 'unfilled', text: `{?${part.name}}` }
    if (part.kind === 'field') {
      const value = fieldValue(part.label)?.trim()
      return value ? { kind: 'filled', text: value } : { kind: 'unfilled', text: `{?${part.label}}` }
    }
    const value = part.kind === 'variable' ? values[part.name]?.trim() : undefined
    return value ? { kind: 'filled', text: value } : { kind: 'unfilled', text: part.raw }
  })
}

export const textOf = (parts: readonly FilledPart[]): string => parts.map(({ text }) => text).join('')
