import { useState, type ReactNode } from 'react'
import type { BoundField } from '../../shared/edit/useBoundFields.ts'
import { useKnownTags } from '../../shared/entities/known-tags.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'
import styles from './request.module.css'

/** Tags of the request as a whole; those of one talk stand with its activity. */
export function RequestTags({ field, isReadOnly }: { field: BoundField; isReadOnly: boolean }): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const tags = Array.isArray(field.value) ? (field.value as string[]) : []
  const known = useKnownTags(typed)
  if (isReadOnly && tags.length === 0) return null
  const save = (next: string[]): void => {
    field.onOpen()
    field.onSave(next)
  }
  return (
    <div className={styles.tags}>
      <div className={styles.label}>{t('request.tags')}</div>
      <TagEditor
        tags={tags}
        onChange={save}
        suggestions={known}
        onType={setTyped}
        isReadOnly={isReadOnly}
        isPending={field.isPending}
      />
      {field.error && (
        <p role="alert" className={styles.problem}>
          {field.error}
        </p>
      )}
    </div>
  )
}
