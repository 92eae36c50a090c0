import { mediumIds } from '@care/domain'
import {
  channelHealths,
  channelLimits,
  channelProblems,
  channelSides,
  intakeStates,
  longestSetting,
  settingKinds,
} from '@care/domain/channels'
import { z } from 'zod'
import { id, instant, ref, requiredText, version } from './common.ts'

const settingValue = z.union([z.string().max(longestSetting * 10), z.number(), z.boolean()])
const name = requiredText(channelLimits.name)
/** Longest secret: a private key in PEM fits. */
const longestSecret = 10_000
const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)

const settingField = z.object({
  id: fieldName,
  kind: z.enum(settingKinds),
  isRequired: z.boolean().optional(),
  /** What it is when nobody has said. */
  standard: settingValue.optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().optional(),
  choices: z.array(z.string()).readonly().optional(),
  /** Only asked for, and only required, while another field has one of these values. */
  shownIf: z.object({ field: z.string(), isOneOf: z.array(settingValue).readonly() }).optional(),
  hasHint: z.boolean().optional(),
})

/** A kind of channel: what it can do, and the fields that its form is drawn from. */
export const channelKind = z.object({
  kind: z.string(),
  medium: z.enum(mediumIds),
  abilities: z.record(z.string(), z.boolean()),
  limits: z.object({ text: z.number(), fileBytes: z.number(), filesPerMessage: z.number(), rawBytes: z.number() }),
  fields: z.array(settingField).readonly(),
  /** Work comes in by it, and goes to a queue. */
  takesIn: z.boolean(),
  /** It takes deliveries at `hookPath` of its channels. */
  takesHooks: z.boolean(),
})
export type ChannelKind = z.output<typeof channelKind>

const condition = {
  health: z.enum(channelHealths),
  problem: z.enum(channelProblems).nullable(),
  /** In the words of the other side. */
  problemText: z.string().nullable(),
  /** Since when it is not well. */
  problemAt: instant.nullable(),
  lastOkAt: instant.nullable(),
}

/** How one side of a channel does. */
export const channelCondition = z.object({ side: z.enum(channelSides), ...condition })
export type ChannelCondition = z.output<typeof channelCondition>

export const channel = z.object({
  id,
  kind: z.string(),
  name: z.string(),
  isOn: z.boolean(),
  /** Where its work waits, of which type and place its requests are; null = the standard. */
  queue: ref.nullable(),
  type: ref.nullable(),
  location: ref.nullable(),
  /** Without secrets. */
  settings: z.record(z.string(), settingValue),
  /** A secret itself is never told again. */
  secrets: z.record(z.string(), z.object({ isSet: z.literal(true) })),
  /** How it does as a whole: as its worse side. */
  ...condition,
  /** Each of its sides, where receiving and sending go different ways; else one. */
  sides: z.array(channelCondition),
  /** Where the other side delivers to, below the server's address; null when it does not. */
  hookPath: z.string().nullable(),
  /** Of what came in, how much could not be taken; 100 = as many or more. */
  failedIntakes: z.number().int(),
  version,
})
export type Channel = z.output<typeof channel>

const settings = z.record(fieldName, settingValue)
const places = { queueId: id.nullable(), typeId: id.nullable(), locationId: id.nullable() }

export const newChannel = z.object({
  kind: z.string().max(40),
  name,
  queueId: places.queueId.default(null),
  typeId: places.typeId.default(null),
  locationId: places.locationId.default(null),
  settings: settings.default({}),
  secrets: z.record(fieldName, z.string().min(1).max(longestSecret)).default({}),
})
export type NewChannel = z.output<typeof newChannel>

/** Settings named replace those of the same name; a secret not named stays, null takes it away. */
export const channelPatch = z
  .object({
    name,
    ...places,
    settings,
    secrets: z.record(fieldName, z.string().min(1).max(longestSecret).nullable()),
  })
  .partial()
export type ChannelPatch = z.output<typeof channelPatch>

/** Something that came in by a channel and could not be taken. */
export const intake = z.object({
  id,
  /** Its name on the other side. */
  externalId: z.string(),
  receivedAt: instant,
  state: z.enum(intakeStates),
  tries: z.number().int(),
  error: z.string().nullable(),
})
export type Intake = z.output<typeof intake>
