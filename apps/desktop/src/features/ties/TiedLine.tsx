import type { TiedRequest } from '@care/contract'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Chip } from '../../shared/ui/marks.tsx'
import { localName } from '../../shared/words/local-name.ts'
import styles from './ties.module.css'

/** Number, title and stage of a request in a list; what one may not see is only a number. */
export function TiedLine({ request, isChosen = false }: { request: TiedRequest; isChosen?: boolean }): ReactNode {
  const t = useT()
  return (
    <>
      <span className={styles.number}>REQ-{request.number}</span>
      <span className={`ell ${request.canSee ? '' : styles.hidden}`} dir="auto">
        {request.canSee ? request.title : t('ties.hidden')}
      </span>
      <span className={styles.end}>
        {isChosen && <Check size={14} aria-label={t('ties.chosen')} />}
        {request.stageName && (
          <Chip {...(request.category === 'closed' ? {} : { tone: 'pri' as const })}>
            {localName(request.stageName, t.language)}
          </Chip>
        )}
      </span>
    </>
  )
}
