import type { Api, BodyOf, Queue } from '@care/contract'
import {
  defaultTargets,
  offerSecondsDefault,
  overflowSecondsLimits,
  relaxSkillsSecondsDefault,
  relaxSkillsSecondsMost,
  wrapUpSecondsDefault,
  wrapUpSecondsMost,
} from '@care/domain'
import { callbackPlaces } from '@care/domain/callbacks'
import { recordingDays } from '@care/domain/recording'
import { readNumber } from '../../shared/ui/NumberField.tsx'

export type QueueFields = BodyOf<Api['addQueue']>

/** Limits of the numbers, as the contract has them, in seconds (percent in percent). */
export const bounds = {
  offerSeconds: { min: 5, max: 600 },
  relaxSkillsSeconds: { min: 0, max: relaxSkillsSecondsMost },
  wrapUpSeconds: { min: 0, max: wrapUpSecondsMost },
  serviceLevelSeconds: { min: 5, max: 7 * 86_400 },
  serviceLevelPercent: { min: 1, max: 100 },
  maxWaitSeconds: { min: 10, max: 7 * 86_400 },
  callbackPlaces: { min: callbackPlaces.least, max: callbackPlaces.most },
  recordingDays: { min: recordingDays.least, max: recordingDays.most },
  overflowSeconds: { min: overflowSecondsLimits.least, max: overflowSecondsLimits.most },
} as const
export type NumberName = keyof typeof bounds
export const numberNames = Object.keys(bounds) as NumberName[]
/** Empty means something of its own there. */
export const mayBeEmpty = (name: NumberName): boolean =>
  name === 'relaxSkillsSeconds' || name === 'wrapUpSeconds' || name === 'overflowSeconds'

/** A queue's settings as they are typed: numbers as text. */
export type QueueDraft = Omit<QueueFields, NumberName> & Record<NumberName, string>

const asTyped = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value)

/** Saved values, all or some, as the form shows them. */
export function typed<K extends keyof QueueFields>(fields: Pick<QueueFields, K>): Pick<QueueDraft, K> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) =>
      numberNames.some((one) => one === name) ? [name, value === null ? '' : asTyped(value)] : [name, value],
    ),
  ) as Pick<QueueDraft, K>
}

/** What is typed, all or some of it, as the server wants it. Only of a form in which nothing is wrong. */
export function untyped<D extends Partial<QueueDraft>>(
  draft: D,
): { [K in keyof D & keyof QueueFields]: QueueFields[K] } {
  return Object.fromEntries(
    Object.entries(draft).map(([name, value]) => {
      const known = numberNames.find((one) => one === name)
      return known ? [name, readNumber(String(value), bounds[known])] : [name, value]
    }),
  ) as { [K in keyof D & keyof QueueFields]: QueueFields[K] }
}

/** Fields in which something cannot be saved as it stands. */
export function wrongFields(draft: QueueDraft): Array<NumberName | 'name' | 'overflow'> {
  const numbers = numberNames.filter((name) => {
    const number = readNumber(draft[name], bounds[name])
    return number === null ? !mayBeEmpty(name) : Number.isNaN(number)
  })
  // A limit after which nothing happens is none, and what happens needs a limit.
  const happens = draft.overflowQueueId !== null || draft.overflowOffer !== null
  return [
    ...numbers,
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(happens === (draft.overflowSeconds.trim() === '') ? (['overflow'] as const) : []),
  ]
}

export function draftOf(queue: Queue | null): QueueDraft {
  if (queue === null)
    return typed<keyof QueueFields>({
      name: '',
      strategy: 'longestIdle',
      offerSeconds: offerSecondsDefault,
      memberIds: [],
      skills: [],
      relaxSkillsSeconds: relaxSkillsSecondsDefault,
      calendarId: null,
      ...defaultTargets,
      wrapUpSeconds: wrapUpSecondsDefault,
      overflowSeconds: null,
      overflowQueueId: null,
      overflowOffer: null,
      callbackPlaces: callbackPlaces.usual,
      recordsCalls: false,
      recordingDays: recordingDays.usual,
      recordingListeners: 'supervisors',
    })
  const { id: _id, isOpen: _isOpen, turnsAt: _turnsAt, waiting: _waiting, isMine: _isMine, ...rest } = queue
  const { isActive: _isActive, version: _version, ...fields } = rest
  return typed<keyof QueueFields>(fields)
}
