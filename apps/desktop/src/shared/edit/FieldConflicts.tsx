import type { ReactNode } from 'react'
import { ConflictBanner } from '../ui/ConflictBanner.tsx'
import styles from '../ui/ui.module.css'
import type { FieldEdits } from './useFieldEdits.ts'

/** How a field is called and how its values are said. */
export type FieldWords = Record<string, { label: string; say: (value: unknown) => string }>

/** One banner per field that somebody else changed first (rule 4). */
export function FieldConflicts({ edits, fields }: { edits: FieldEdits; fields: FieldWords }): ReactNode {
  return Object.entries(fields).map(([field, { label, say }]) => {
    const edit = edits.pending(field)
    if (edit?.state !== 'conflict') return null
    return (
      <div key={field} className={styles.conflict}>
        <ConflictBanner
          by={edit.changedBy ?? null}
          field={label}
          theirs={say(edit.theirs)}
          mine={say(edit.value)}
          onLoad={() => void edits.load(field).catch(() => undefined)}
          onKeepMine={() => edits.keep(field)}
        />
      </div>
    )
  })
}
