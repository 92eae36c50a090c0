import { type SettingField, type Settings, settingsProblems } from '@care/domain/channels'
import { AppError } from '../../kernel/app-error.ts'
import type { ChannelRecord } from './store.ts'

type Kept = Pick<ChannelRecord, 'settings' | 'secrets'>

export interface GivenSettings {
  settings?: Settings | undefined
  /** Sealed already; null takes a secret away, one that is not named stays. */
  secrets?: Readonly<Record<string, string | null>> | undefined
}

/** Settings and secrets as they are after a change. Refuses INVALID_INPUT, naming each field that is wrong. */
export function settingsAfter(fields: readonly SettingField[], before: Kept, given: GivenSettings): Kept {
  // One that was emptied is not set: the standard counts again.
  const set = Object.entries({ ...before.settings, ...given.settings }).filter(([, value]) => value !== '')
  const settings = Object.fromEntries(set)
  const merged = Object.entries({ ...before.secrets, ...given.secrets })
  const secrets = Object.fromEntries(merged.filter((entry): entry is [string, string] => entry[1] !== null))
  const secretFields = new Set(fields.filter(({ kind }) => kind === 'secret').map(({ id }) => id))
  const issues = [
    ...settingsProblems(fields, settings, (id) => secrets[id] !== undefined).map(({ field, problem }) => ({
      path: `${secretFields.has(field) ? 'secrets' : 'settings'}.${field}`,
      message: problem,
    })),
    ...Object.keys(given.secrets ?? {})
      .filter((id) => !secretFields.has(id))
      .map((id) => ({ path: `secrets.${id}`, message: 'UNKNOWN' })),
  ]
  if (issues.length > 0) throw new AppError('INVALID_INPUT', 'the settings are not right', { issues })
  return { settings, secrets }
}

/** Names of what a change gives, for the log: never a value. */
export const namesOf = ({ settings, secrets }: GivenSettings): string[] => [
  ...Object.keys(settings ?? {}).map((id) => `settings.${id}`),
  ...Object.keys(secrets ?? {}).map((id) => `secrets.${id}`),
]
