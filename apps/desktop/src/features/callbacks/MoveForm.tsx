import { timeProblem } from '@care/domain/callbacks'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { fromFieldValue, toFieldValue } from '../../shared/format/date-field.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { useMoveCallback } from './api.ts'
import styles from './callbacks.module.css'

interface MoveFormProps {
  activityId: string
  from: number
  onClose: () => void
}

/** Another time for a call back. */
export function MoveForm({ activityId, from, onClose }: MoveFormProps): ReactNode {
  const t = useT()
  const move = useMoveCallback(activityId)
  const [text, setText] = useState(() => toFieldValue(from))
  const at = fromFieldValue(text)
  const isWrong = typeof at !== 'number' || timeProblem(at, serverNow()) !== null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isWrong && !move.isPending) move.mutate(at, { onSuccess: onClose })
  }
  return (
    <form className={styles.form} aria-label={t('callbacks.move')} noValidate onSubmit={submit}>
      <TextField
        size="small"
        type="datetime-local"
        label={t('callbacks.at')}
        value={text}
        inputRef={focusHere}
        error={isWrong}
        helperText={isWrong ? t('callbacks.timeNeeded') : null}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ inputLabel: { shrink: true } }}
      />
      {move.error && (
        <p role="alert" className={styles.problem}>
          {errorText(t, move.error)}
        </p>
      )}
      <div className={styles.foot}>
        <Button size="small" variant="text" color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" size="small" variant="contained" disabled={isWrong || move.isPending}>
          {t('callbacks.move')}
        </Button>
      </div>
    </form>
  )
}
