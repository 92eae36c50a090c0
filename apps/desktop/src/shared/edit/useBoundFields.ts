import type { ErrorCode } from '@care/contract'
import { useRef } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import type { FieldEdits, Seen } from './useFieldEdits.ts'

export interface BoundField {
  /** What to show: the own value on its way, else the saved one. */
  value: unknown
  isPending: boolean
  error: string | null
  onOpen: () => void
  onSave: (value: unknown) => void
  onGiveUp: () => void
}

/** Ties fields of one object to its pending edits: `const email = bind('email')`. */
export function useBoundFields<T extends { version: number }>(
  edits: FieldEdits,
  entity: T,
  valueOf: (entity: T, field: string) => unknown,
): (field: string) => BoundField {
  const t = useT()
  const seen = useRef(new Map<string, Seen>())
  return (field) => {
    const edit = edits.pending(field)
    const value = edits.shown(field, valueOf(entity, field))
    return {
      value,
      isPending: edit?.state === 'offline',
      error: edit?.state === 'refused' ? t(`errors.${edit.code as ErrorCode}`) : null,
      onOpen: () => void seen.current.set(field, { base: value, baseVersion: entity.version }),
      onSave: (next) =>
        edits.save(field, next, seen.current.get(field) ?? { base: value, baseVersion: entity.version }),
      onGiveUp: () => edits.discard(field),
    }
  }
}
