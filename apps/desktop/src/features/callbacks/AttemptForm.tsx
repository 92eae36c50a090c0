import { isApiError } from '@care/client'
import type { Callback, Ref } from '@care/contract'
import { limits } from '@care/domain'
import { callOutcomes, timeProblem, type CallOutcome } from '@care/domain/callbacks'
import type { DesktopT } from '@care/i18n/desktop'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type FormEvent, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { fromFieldValue } from '../../shared/format/date-field.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { useNoteAttempt } from './api.ts'
import styles from './callbacks.module.css'

const endsIt = (outcome: CallOutcome | null): boolean =>
  outcome === null || outcome === 'reached' || outcome === 'wrongNumber'

/** Two who note the same try: the slower one reads who was faster. */
function sayError(t: DesktopT, error: Error): string {
  const by = isApiError(error) && error.code === 'ALREADY_TAKEN' ? (error.details.by as Ref | undefined) : undefined
  return by ? t('callbacks.notedBy', { name: by.name }) : errorText(t, error)
}

/** How this try went, and when the next one is where there is one. */
export function AttemptForm({ callback }: { callback: Callback }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const note = useNoteAttempt(callback.activityId)
  const number = callback.attempts.length + 1
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [next, setNext] = useState('')
  const [text, setText] = useState('')
  const isLast = number >= callback.triesMost && outcome !== 'later'
  const asksNext = !endsIt(outcome) && !isLast
  const at = asksNext ? fromFieldValue(next) : null
  const isWrong = at === undefined || (at === null ? outcome === 'later' : timeProblem(at, serverNow()) !== null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (outcome === null || isWrong || note.isPending || isOffline) return
    note.mutate({ number, outcome, note: text, nextTryAt: at })
  }
  return (
    <form className={styles.form} aria-label={t('callbacks.note')} noValidate onSubmit={submit}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={outcome}
        aria-label={t('callbacks.outcome')}
        className={styles.outcomes}
        onChange={(_, value: CallOutcome | null) => setOutcome(value)}
      >
        {callOutcomes.map((one) => (
          <ToggleButton key={one} value={one}>
            {t(`callbacks.outcomes.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {asksNext && (
        <TextField
          size="small"
          type="datetime-local"
          label={t('callbacks.next')}
          value={next}
          error={isWrong && next !== ''}
          helperText={isWrong ? t('callbacks.timeNeeded') : t('callbacks.nextHint')}
          onChange={(event) => setNext(event.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {isLast && !endsIt(outcome) && <p className={styles.origin}>{t('callbacks.giveUpHint')}</p>}
      <TextField
        size="small"
        multiline
        label={t('callbacks.comment')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { maxLength: limits.comment, dir: 'auto' } }}
      />
      {note.error && (
        <p role="alert" className={styles.problem}>
          {sayError(t, note.error)}
        </p>
      )}
      <div className={styles.foot}>
        <Button
          type="submit"
          size="small"
          variant="contained"
          disabled={outcome === null || isWrong || note.isPending || isOffline}
        >
          {t('callbacks.save')}
        </Button>
      </div>
    </form>
  )
}
