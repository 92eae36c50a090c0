import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDrafts } from '../../shared/drafts/drafts.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './composer.module.css'

const warnWithin = 500

/** "Draft saved", or how much is left near the limit, or by how much it is passed (rule 5). */
export function DraftState({
  storageKey,
  length,
  limit,
}: {
  storageKey: string
  length: number
  limit: number
}): ReactNode {
  const t = useT()
  const isSaved = useDrafts(({ saved }) => saved.has(storageKey))
  if (length > limit)
    return (
      <span className={styles.saved} data-over="" role="alert">
        {t('common.charactersOver', { n: length - limit })}
      </span>
    )
  if (length > limit - warnWithin)
    return <span className={styles.saved}>{t('common.charactersLeft', { n: limit - length })}</span>
  if (length === 0 || !isSaved) return null
  return (
    <span className={styles.saved}>
      <Check size={14} aria-hidden="true" />
      <span className="ell">{t('communication.draftSaved')}</span>
    </span>
  )
}
