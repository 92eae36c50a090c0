import type { Unfilled } from '@care/domain'
import Button from '@mui/material/Button'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { isVariable, variableWords } from '../../../shared/words/variables.ts'
import styles from './picker.module.css'

interface UnfilledReasonProps {
  unfilled: readonly Unfilled[]
  onNext: () => void
  onClose: () => void
}

/** Why the text cannot be sent yet, with the way to what is missing. */
export function UnfilledReason({ unfilled, onNext }: UnfilledReasonProps): ReactNode {
  const t = useT()
  const names = [...new Set(unfilled.map(({ label }) => (isVariable(label) ? t(variableWords[label]) : label)))]
  return (
    <div className={styles.reason}>
      <TriangleAlert size={14} aria-hidden="true" />
      <output>{t('quickReplies.mustFill', { names: names.join(', ') })}</output>
      <Button size="small" onClick={onNext}>
        {t('quickReplies.nextField')}
      </Button>
    </div>
  )
}
