/** What a field of a channel's settings takes; its form control follows from it. A `secret` is kept sealed. */
export const settingKinds = ['text', 'host', 'email', 'url', 'number', 'yesNo', 'choice', 'secret'] as const
export type SettingKind = (typeof settingKinds)[number]
export type SettingValue = string | number | boolean

/**
 * One field of a kind of channel's settings: check and form are made from it. Its words are `channels.<kind>.<id>`, those
 * of a choice `channels.<kind>.<id>.<choice>`, and with `hasHint` a line below it `channels.<kind>.<id>Hint`.
 */
export interface SettingField {
  id: string
  kind: SettingKind
  isRequired?: boolean | undefined
  /** What it is when nobody has said; never of a secret. */
  standard?: SettingValue | undefined
  /** Bounds of a number. */
  min?: number | undefined
  max?: number | undefined
  /** In UTF-16 characters; else `longestSetting`. */
  maxLength?: number | undefined
  choices?: readonly string[] | undefined
  /** Only asked, and only required, while another field has one of these values. */
  shownIf?: { field: string; isOneOf: readonly SettingValue[] } | undefined
  hasHint?: boolean | undefined
}

export const longestSetting = 500

export type Settings = Readonly<Record<string, SettingValue>>
export const settingProblems = ['REQUIRED', 'UNKNOWN', 'WRONG', 'TOO_LONG', 'TOO_SMALL', 'TOO_LARGE'] as const
export type SettingProblem = (typeof settingProblems)[number]

/** Every field's value, where it has one: as set, else the standard. */
export function withStandards(fields: readonly SettingField[], settings: Settings): Settings {
  const values: Record<string, SettingValue> = {}
  for (const { id, kind, standard } of fields) {
    const value = settings[id] ?? standard
    if (kind !== 'secret' && value !== undefined) values[id] = value
  }
  return values
}

/** Whether a field is asked for, by what the others say. */
export function isShown({ shownIf }: SettingField, values: Settings): boolean {
  if (shownIf === undefined) return true
  const said = values[shownIf.field]
  return said !== undefined && shownIf.isOneOf.includes(said)
}

/**
 * Why settings cannot be kept, by field; empty when they can. `hasSecret` says of which secrets there is one, also
 * those that were set earlier.
 */
export function settingsProblems(
  fields: readonly SettingField[],
  settings: Settings,
  hasSecret: (id: string) => boolean,
): { field: string; problem: SettingProblem }[] {
  const known = new Map(fields.map((field) => [field.id, field]))
  const values = withStandards(fields, settings)
  const unknown = Object.keys(settings).filter((id) => (known.get(id)?.kind ?? 'secret') === 'secret')
  return [
    ...unknown.map((field) => ({ field, problem: 'UNKNOWN' as const })),
    ...fields.flatMap((field) => {
      const problem = isShown(field, values) ? problemOf(field, values[field.id], hasSecret(field.id)) : null
      return problem === null ? [] : [{ field: field.id, problem }]
    }),
  ]
}

function problemOf(field: SettingField, value: SettingValue | undefined, isSecretSet: boolean): SettingProblem | null {
  const isMissing = field.kind === 'secret' ? !isSecretSet : value === undefined || value === ''
  if (isMissing) return field.isRequired ? 'REQUIRED' : null
  if (field.kind === 'secret' || value === undefined) return null
  if (field.kind === 'yesNo') return typeof value === 'boolean' ? null : 'WRONG'
  if (field.kind === 'number') return numberProblem(field, value)
  if (typeof value !== 'string') return 'WRONG'
  if (value.length > (field.maxLength ?? longestSetting)) return 'TOO_LONG'
  return isWellFormed(field, value) ? null : 'WRONG'
}

function numberProblem({ min, max }: SettingField, value: SettingValue): SettingProblem | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'WRONG'
  if (min !== undefined && value < min) return 'TOO_SMALL'
  return max !== undefined && value > max ? 'TOO_LARGE' : null
}

/** A name or an address of a machine, without scheme, port or path. */
const host = /^(?=.{1,253}$)(\[[0-9a-f:.]+\]|[0-9a-z]([0-9a-z-]*[0-9a-z])?(\.[0-9a-z]([0-9a-z-]*[0-9a-z])?)*\.?)$/i
/** Loose on purpose: the other side decides whether there is such an address. */
const email = /^[^\s@<>"]+@[^\s@<>"]+$/

function isWellFormed({ kind, choices }: SettingField, value: string): boolean {
  if (kind === 'choice') return choices?.includes(value) ?? false
  if (kind === 'host') return host.test(value)
  if (kind === 'email') return email.test(value)
  if (kind === 'url') return isWebAddress(value)
  return !/[\r\n]/.test(value)
}

/** `http` or `https`, without a name and password in it: those are secrets and would not be sealed. */
function isWebAddress(value: string): boolean {
  const found = /^https?:\/\/([^/?#\s]+)(?:[/?#]\S*)?$/i.exec(value)
  return found?.[1] !== undefined && !found[1].includes('@')
}
