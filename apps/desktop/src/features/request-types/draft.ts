import { newKey } from '@care/client'
import type { RequestFieldView, RequestType, StageView } from '@care/contract'
import type { StageCategory } from '@care/domain'
import type { TypePatch } from './api.ts'

/** A type while it is edited; days are as typed. */
export interface TypeDraft {
  name: string
  autoCloseDays: string
  reopenDays: string
  onReply: RequestType['onReply']
  stages: StageView[]
  transitions: RequestType['transitions']
  outcomes: { key: string; name: StageView['name'] }[]
  /** Recorded when a wrap-up ends without a choice; null: the first one. */
  defaultOutcome: string | null
  fields: RequestFieldView[]
}
export const noName: StageView['name'] = { en: '', ru: '', pl: '', bg: '' }

export const draftOf = (type: RequestType): TypeDraft => ({
  name: type.name,
  autoCloseDays: type.autoCloseDays === null ? '' : String(type.autoCloseDays),
  reopenDays: String(type.reopenDays),
  onReply: type.onReply,
  stages: type.stages,
  transitions: type.transitions,
  outcomes: type.outcomes.filter(({ isSystem }) => !isSystem).map(({ key, name }) => ({ key, name })),
  defaultOutcome: type.defaultOutcome,
  fields: type.fields,
})

const numberOf = (typed: string): number => Number(typed.trim().replace(',', '.'))
/** The least time that the server takes; shorter ones would close between two messages. */
const shortestDays = 1 / 24
const isDays = (typed: string): boolean => numberOf(typed) >= shortestDays && numberOf(typed) <= 3650
export const isAutoCloseFine = ({ autoCloseDays }: TypeDraft): boolean =>
  autoCloseDays.trim() === '' || isDays(autoCloseDays)
export const isReopenFine = ({ reopenDays }: TypeDraft): boolean => reopenDays.trim() === '0' || isDays(reopenDays)

/** Only what differs from the type as it was loaded, so that nothing else can collide. */
export function patchOf(type: RequestType, draft: TypeDraft): TypePatch {
  const before = draftOf(type)
  const changed = (Object.keys(before) as (keyof TypeDraft)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(draft[key]),
  )
  const all: TypePatch = {
    name: draft.name,
    autoCloseDays: draft.autoCloseDays.trim() === '' ? null : numberOf(draft.autoCloseDays),
    reopenDays: numberOf(draft.reopenDays),
    onReply: draft.onReply,
    stages: draft.stages,
    transitions: draft.transitions,
    outcomes: draft.outcomes,
    defaultOutcome: draft.defaultOutcome,
    fields: draft.fields,
  }
  return Object.fromEntries(changed.map((key) => [key, all[key]])) as TypePatch
}

/** A key that no other has: what is new is named by the desk, so that fields and moves can refer to it before it is saved. */
export const freshKey = (): string => newKey().slice(0, 20)

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  const [one] = next.splice(from, 1)
  if (one !== undefined) next.splice(to, 0, one)
  return next
}

/** A new stage, with a way to it and to the first end, so that it can be saved at once. */
export function withStage(draft: TypeDraft, name: StageView['name'], category: StageCategory): TypeDraft {
  const key = freshKey()
  const end = draft.stages.findIndex((stage) => stage.category === 'closed')
  const at = category === 'closed' || end === -1 ? draft.stages.length : end
  const before = draft.stages[at - 1]
  const closed = draft.stages[end]
  return {
    ...draft,
    stages: draft.stages.toSpliced(at, 0, { key, category, name }),
    transitions: [
      ...draft.transitions,
      ...(before ? [{ from: before.key, to: key }] : []),
      ...(closed && category !== 'closed' ? [{ from: key, to: closed.key }] : []),
    ],
  }
}

export const withoutStage = (draft: TypeDraft, key: string): TypeDraft => ({
  ...draft,
  stages: draft.stages.filter((stage) => stage.key !== key),
  transitions: draft.transitions.filter(({ from, to }) => from !== key && to !== key),
  fields: draft.fields.map((field) => {
    const requiredStages = field.requiredStages.filter((one) => one !== key)
    const isNoMore = field.required === 'stages' && requiredStages.length === 0
    return { ...field, requiredStages, ...(isNoMore ? { required: 'never' as const } : {}) }
  }),
})

export function toggleMove(draft: TypeDraft, from: string, to: string): TypeDraft {
  const has = draft.transitions.some((move) => move.from === from && move.to === to)
  return {
    ...draft,
    transitions: has
      ? draft.transitions.filter((move) => move.from !== from || move.to !== to)
      : [...draft.transitions, { from, to }],
  }
}
