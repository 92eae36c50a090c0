import { isApiError } from '@care/client'
import Button from '@mui/material/Button'
import type { RequestType } from '@care/contract'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { useEditType } from './api.ts'
import { ClockFields } from './ClockFields.tsx'
import { draftOf, isAutoCloseFine, isReopenFine, patchOf } from './draft.ts'
import { FieldList } from './FieldList.tsx'
import { OutcomeList } from './OutcomeList.tsx'
import { problemWords } from './problem-words.ts'
import styles from './request-types.module.css'
import { StageList } from './StageList.tsx'
import { StageMoves, type StageInUse } from './StageMoves.tsx'

/** The form of one type. What is typed stays here until Save; a colleague's change in between is told, not overwritten. */
export function TypeEditor({ type: loaded, onClose }: { type: RequestType; onClose: () => void }): ReactNode {
  const t = useT()
  // As it was when the form opened: the list may be fetched anew below it.
  const [type, setType] = useState(loaded)
  const [draft, setDraft] = useState(() => draftOf(type))
  const [moves, setMoves] = useState<Record<string, string>>({})
  const edit = useEditType()
  const patch = patchOf(type, draft)
  const isChanged = Object.keys(patch).length > 0
  const isFine = draft.name.trim() !== '' && isAutoCloseFine(draft) && isReopenFine(draft)
  const inUse = stagesInUse(edit.error)
  const isConflict = isApiError(edit.error) && edit.error.code === 'CONFLICT'
  const save = (): void => {
    if (!isFine || edit.isPending) return
    if (!isChanged) return onClose()
    edit.mutate(
      { type, patch: { ...patch, ...(Object.keys(moves).length > 0 ? { stageMoves: moves } : {}) } },
      {
        onSuccess: () => {
          showToast(t('requestTypes.saved'))
          onClose()
        },
      },
    )
  }
  const loadTheirs = (): void => {
    setType(loaded)
    setDraft(draftOf(loaded))
    edit.reset()
  }
  const nameOf = (key: string): string => {
    const known = [...draft.stages, ...draft.outcomes].find((one) => one.key === key)
    const field = draft.fields.find(({ id }) => id === key)
    const name = known?.name ?? field?.name
    return name ? localName(name, t.language) : key
  }
  return (
    <form
      className={styles.editor}
      aria-label={t('requestTypes.edit', { name: type.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        // A dialog's own form comes up to this one, although it stands elsewhere on the page.
        if (event.target === event.currentTarget) save()
      }}
    >
      <ClockFields draft={draft} onChange={setDraft} />
      <FieldList draft={draft} onChange={setDraft} />
      <StageList draft={draft} onChange={setDraft} />
      <OutcomeList draft={draft} onChange={setDraft} />
      {inUse.length > 0 && <StageMoves inUse={inUse} stages={draft.stages} moves={moves} onChange={setMoves} />}
      {edit.error && (
        <div role="alert" className={styles.problem}>
          {isConflict ? (
            <>
              {t('requestTypes.conflict')} <LinkButton onClick={loadTheirs}>{t('requestTypes.loadTheirs')}</LinkButton>
            </>
          ) : (
            [errorText(t, edit.error), ...problemWords(t, issuesOf(edit.error), nameOf)].join(' ')
          )}
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="contained" size="small" disabled={edit.isPending || !isFine}>
          {t('requestTypes.save')}
        </Button>
        <Button variant="text" color="inherit" size="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}

const issuesOf = (error: Error): string[] =>
  isApiError(error) && Array.isArray(error.details.issues)
    ? (error.details.issues as { message: string }[]).map(({ message }) => message)
    : []

const stagesInUse = (error: Error | null): StageInUse[] =>
  isApiError(error) && error.code === 'STAGE_IN_USE' ? (error.details.stages as StageInUse[]) : []
