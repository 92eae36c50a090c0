import type { Channel, ChannelKind } from '@care/contract'
import {
  isShown,
  type SettingField,
  type Settings,
  settingsProblems,
  type SettingValue,
  withStandards,
} from '@care/domain/channels'
import type { ChannelFields } from './api.ts'

/** Name and places, and each setting as `settings.<field>`: two who change different settings do not meet. */
export type ChannelDraft = { name: string } & Record<Place, string | null> & Record<`settings.${string}`, SettingValue>
type Place = 'queueId' | 'typeId' | 'locationId'

/** What is to become of secrets that one has touched: typed anew, or null to be taken away. */
export type TypedSecrets = Readonly<Record<string, string | null>>

const settingKey = (id: string): `settings.${string}` => `settings.${id}`

export function draftOf(channel: Channel | null, kind: ChannelKind): ChannelDraft {
  const settings = withStandards(kind.fields, channel?.settings ?? {})
  return {
    name: channel?.name ?? '',
    queueId: channel?.queue?.id ?? null,
    typeId: channel?.type?.id ?? null,
    locationId: channel?.location?.id ?? null,
    // Numbers as typed: what is being typed need not be one yet.
    ...Object.fromEntries(
      kind.fields
        .filter((field) => field.kind !== 'secret')
        .map(({ id, kind: of }) => [
          settingKey(id),
          of === 'number' ? String(settings[id] ?? '') : (settings[id] ?? blank(of)),
        ]),
    ),
  }
}

const blank = (kind: SettingField['kind']): SettingValue => (kind === 'yesNo' ? false : '')

/** What a field of the draft is as the server takes it. A number that is none stays text, and is refused as such. */
function valueOf(field: SettingField, typed: SettingValue | undefined): SettingValue {
  const value = typed ?? ''
  if (field.kind !== 'number' || typeof value !== 'string' || value.trim() === '') return value
  const number = Number(value)
  return Number.isFinite(number) ? number : value
}

/** Settings that a patch of the draft names. */
export function settingsIn(kind: ChannelKind, draft: Partial<ChannelDraft>): Settings {
  const named = kind.fields.filter(({ id }) => draft[settingKey(id)] !== undefined)
  return Object.fromEntries(named.map((field) => [field.id, valueOf(field, draft[settingKey(field.id)])]))
}

export const shownFields = (kind: ChannelKind, draft: ChannelDraft): SettingField[] => {
  const settings = settingsIn(kind, draft)
  return kind.fields.filter((field) => isShown(field, settings))
}

/** What is wrong, by field; the same check that the server makes. */
export function problemsOf(
  kind: ChannelKind,
  draft: ChannelDraft,
  isSet: (secret: string) => boolean,
  secrets: TypedSecrets,
): Map<string, string> {
  const has = (id: string): boolean => (secrets[id] === undefined ? isSet(id) : secrets[id] !== null)
  const settings = Object.fromEntries(Object.entries(settingsIn(kind, draft)).filter(([, value]) => value !== ''))
  return new Map(settingsProblems(kind.fields, settings, has).map(({ field, problem }) => [field, problem]))
}

/** A patch of the draft as the server takes it. */
export function untyped(kind: ChannelKind, patch: Partial<ChannelDraft>, secrets: TypedSecrets): ChannelFields {
  const settings = settingsIn(kind, patch)
  return {
    ...(patch.name === undefined ? {} : { name: patch.name.trim() }),
    ...(patch.queueId === undefined ? {} : { queueId: patch.queueId }),
    ...(patch.typeId === undefined ? {} : { typeId: patch.typeId }),
    ...(patch.locationId === undefined ? {} : { locationId: patch.locationId }),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(Object.keys(secrets).length === 0 ? {} : { secrets }),
  }
}

/** What the server says that somebody else saved, as the draft has it; of settings only those that one wanted to change. */
export function typedOf(kind: ChannelKind, current: object, patch: Partial<ChannelDraft>): Partial<ChannelDraft> {
  const { settings, ...places } = current as { settings?: Settings } & Partial<Record<Place | 'name', string>>
  const theirs = withStandards(kind.fields, settings ?? {})
  const wanted = kind.fields.filter(({ id }) => patch[settingKey(id)] !== undefined)
  return {
    ...places,
    ...Object.fromEntries(
      wanted.map(({ id, kind: of }) => [
        settingKey(id),
        of === 'number' ? String(theirs[id] ?? '') : (theirs[id] ?? blank(of)),
      ]),
    ),
  }
}
