import type { TiedRequest } from '@care/contract'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { FindField } from '../../shared/ui/FindField.tsx'
import { tieErrorText, useCandidates } from './api.ts'
import { TiedLine } from './TiedLine.tsx'
import styles from './ties.module.css'

interface RequestPickerProps {
  requestId: string
  label: string
  forMerge: boolean
  chosen: TiedRequest | null
  onChoose: (request: TiedRequest | null) => void
  isMissing: boolean
}

/** Finds another request by words or number; the customer's latest are suggested before anything is typed. */
export function RequestPicker({
  requestId,
  label,
  forMerge,
  chosen,
  onChoose,
  isMissing,
}: RequestPickerProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  const { data, error } = useCandidates(requestId, words.trim(), forMerge)
  const found = data?.items ?? []
  const helper = error
    ? tieErrorText(t, error)
    : isMissing
      ? t('ties.chooseRequest')
      : data && found.length === 0
        ? t('ties.nothingFound')
        : t('ties.findHint')
  return (
    <div className={styles.picker}>
      <FindField
        label={label}
        listLabel={t('ties.find')}
        words={words}
        onWords={setWords}
        margin="dense"
        isWrong={isMissing || error !== null}
        helperText={helper}
        items={found.map((request) => ({
          key: request.id,
          content: <TiedLine request={request} isChosen={request.id === chosen?.id} />,
        }))}
        onTake={(index) => onChoose(found[index] ?? null)}
        listClassName={styles.results}
      />
    </div>
  )
}
