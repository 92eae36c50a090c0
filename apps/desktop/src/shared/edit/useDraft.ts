import { isApiError } from '@care/client'
import { useState } from 'react'

/** What somebody else saved while a form was open: the values now of the fields that one wanted to change. */
export interface Overtaken<T> {
  version: number
  by: string | null
  current: Partial<T>
}

/** The refusal of a save that came second (rule 4); null for any other failure. */
export function overtakenOf<T>(error: Error | null): Overtaken<T> | null {
  if (!isApiError(error) || error.code !== 'CONFLICT') return null
  const { currentVersion, changedBy, current } = error.details
  return {
    version: Number(currentVersion),
    by: typeof changedBy === 'string' ? changedBy : null,
    current: Object(current) as Partial<T>,
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * A form's values beside those that it opened with. `patch` holds what was changed; of a save that came second one takes
 * the other's values, or keeps one's own knowingly.
 */
export function useDraft<T extends object>(saved: T, savedVersion: number) {
  const [base, setBase] = useState(saved)
  const [version, setVersion] = useState(savedVersion)
  const [draft, setDraft] = useState(saved)
  const patch = Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => !same(value, base[key as keyof T])),
  ) as Partial<T>
  const goOnFrom = ({ version: now, current }: Overtaken<T>): void => {
    setBase({ ...base, ...current })
    setVersion(now)
  }
  return {
    draft,
    version,
    patch,
    change: (part: Partial<T>): void => setDraft((old) => ({ ...old, ...part })),
    keepMine: goOnFrom,
    takeTheirs: (overtaken: Overtaken<T>): void => {
      goOnFrom(overtaken)
      setDraft({ ...draft, ...overtaken.current })
    },
  }
}
