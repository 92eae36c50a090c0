import type { SavedView } from '@care/contract'
import { TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import type { useViewChanges } from './api.ts'
import styles from './views.module.css'

interface ViewNotesProps {
  shown: SavedView | null
  isMissing: boolean
  changes: ReturnType<typeof useViewChanges>
}

/** What is to be known of the view that is shown: its maker has left, a field of it is gone, it is not there. */
export function ViewNotes({ shown, isMissing, changes }: ViewNotesProps): ReactNode {
  const t = useT()
  const hasLeft = shown !== null && shown.isShared && !shown.maker.isActive
  const gone = shown?.goneFields ?? []
  if (isMissing && shown === null)
    return (
      <output className={styles.notes}>
        <TriangleAlert size={14} aria-hidden="true" /> {t('views.notThere')}
      </output>
    )
  if (shown === null || (!hasLeft && gone.length === 0)) return null
  return (
    <div className={styles.notes}>
      {hasLeft && (
        <span>
          {t('views.makerLeft', { name: shown.maker.name || '—' })}{' '}
          {shown.abilities.takeOver && (
            <LinkButton onClick={() => changes.takeOver.mutate(shown)}>{t('views.takeOver')}</LinkButton>
          )}
        </span>
      )}
      {gone.map((field) => (
        <span key={field} className={styles.gone}>
          <TriangleAlert size={12} aria-hidden="true" />
          {t('views.goneField', { field })}
          {shown.abilities.edit && (
            <button
              type="button"
              aria-label={t('views.removeField', { field })}
              title={t('views.removeField', { field })}
              onClick={() => changes.edit.mutate({ view: shown, patch: { filter: shown.filter } })}
            >
              <X size={12} aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
    </div>
  )
}
