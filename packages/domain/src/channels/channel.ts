import type { Medium } from '../activity/media.ts'
import type { SettingField } from './setting-fields.ts'

/** What a kind of channel can do beyond taking in and sending; the desk asks these and never the kind. */
export interface ChannelAbilities {
  /** Answers go out by it. */
  canSend: boolean
  /** What was sent can be changed, and taken back, on the other side. */
  canEdit: boolean
  canDelete: boolean
  /** The other side is shown that somebody writes, and what was read. */
  showsTyping: boolean
  showsRead: boolean
  canSendFiles: boolean
  /** Of a call. */
  canHold: boolean
  canTransfer: boolean
}

export interface ChannelLimits {
  /** UTF-16 characters of one message. */
  text: number
  fileBytes: number
  filesPerMessage: number
  /** Of one delivery as it comes in, before it is read. */
  rawBytes: number
}

/** A kind of channel as far as it is data: what the settings form is drawn from, and what can be done with it. */
export interface ChannelKindInfo {
  /** Of a folder in `channels/`; stands in rows. */
  kind: string
  medium: Medium
  abilities: ChannelAbilities
  limits: ChannelLimits
  fields: readonly SettingField[]
}

/** `refused`: the other side does not want us; nothing is tried again until the settings change. */
export const channelHealths = ['unknown', 'ok', 'trouble', 'refused'] as const
export type ChannelHealth = (typeof channelHealths)[number]

/** The two ways of a channel, which can do differently well: what comes in by it, what goes out. */
export const channelSides = ['receiving', 'sending'] as const
export type ChannelSide = (typeof channelSides)[number]

export const channelProblems = [
  /** Name, password, token or key are not right. */
  'WRONG_CREDENTIALS',
  'UNREACHABLE',
  'TIMED_OUT',
  /** The certificate is not believed. */
  'NOT_SECURE',
  /** It answered, and not as it should. */
  'BAD_ANSWER',
  /** Our own: the key that sealed the secrets is not here. */
  'SEALED_ELSEWHERE',
  'BROKEN',
] as const
export type ChannelProblem = (typeof channelProblems)[number]

/** What trying again cannot mend. */
export const healthOf = (problem: ChannelProblem): ChannelHealth =>
  problem === 'WRONG_CREDENTIALS' ? 'refused' : 'trouble'

const seriousness: Record<ChannelHealth, number> = { unknown: 0, ok: 1, trouble: 2, refused: 3 }
/** Of how its sides do, what a channel as a whole is said to do: the worst that is known. */
export const worstOf = <S extends { health: ChannelHealth }>(sides: readonly S[]): S | undefined =>
  sides.toSorted((a, b) => seriousness[b.health] - seriousness[a.health])[0]

export const channelLimits = { channels: 200, name: 100, problemText: 300 } as const

/** How long a test of a channel may take. */
export const channelTestMs = 10_000

/** Milliseconds before a lost connection is tried again: 0.5 s, doubled with each failure, at most a minute. */
export const reconnectPause = (failures: number): number => Math.min(500 * 2 ** Math.max(0, failures - 1), 60_000)

/** `aside`: a person has seen why it failed, and leaves it. */
export const intakeStates = ['received', 'done', 'failed', 'aside'] as const
export type IntakeState = (typeof intakeStates)[number]

/** So often what came in is tried, within about two hours; then a person looks at it. */
export const intakeTries = 12
/** Milliseconds before the next try: 5 s, doubled with each failure, at most a quarter of an hour. */
export const intakePause = (tries: number): number => Math.min(5_000 * 2 ** Math.max(0, tries - 1), 15 * 60_000)
