import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { focusHere } from '../../../shared/ui/focus-here.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../../shared/i18n/useFormat.ts'
import { serverNow } from '../../../shared/clock.ts'
import { toFieldValue } from '../../../shared/format/date-field.ts'
import styles from '../follow-ups.module.css'
import { OwnerSelect } from '../OwnerSelect.tsx'
import type { TodoForm, TodoProblems } from './form.ts'

interface TodoFieldsProps {
  form: TodoForm
  problems: TodoProblems
  hasTried: boolean
  isReadOnly: boolean
  /** The title has the focus when the dialog opens. */
  hasFocus: boolean
  owner?: { id: string; name: string }
  onChange: (form: TodoForm) => void
}
const choices = ['0', '15', '60', '1440']
const hourMs = 3_600_000

/** Title, note, due date with or without a time, reminder and owner of a to-do. */
export function TodoFields(props: TodoFieldsProps): ReactNode {
  const { form, problems, hasTried, isReadOnly, hasFocus, owner, onChange } = props
  const t = useT()
  const format = useFormat()
  const set = (fields: Partial<TodoForm>): void => onChange({ ...form, ...fields })
  const words: Record<string, string> = {
    none: t('followUps.remindNone'),
    '0': t('followUps.remindOnTime'),
    '15': t('followUps.remindMinutes'),
    '60': t('followUps.remindHour'),
    '1440': t('followUps.remindDay'),
    exact: t('followUps.remindExact'),
  }
  const wordOf = (value: string): string =>
    words[value] ?? t('followUps.remindOther', { duration: format.duration(Number(value) * 60_000) })
  const values = [...new Set(['none', ...choices, form.reminder, 'exact'])]
  const titleProblem = hasTried || form.title.trim() !== '' ? problems.title : undefined
  return (
    <>
      <TextField
        label={t('followUps.name')}
        value={form.title}
        required
        fullWidth
        disabled={isReadOnly}
        {...(hasFocus ? { inputRef: focusHere } : {})}
        error={titleProblem !== undefined}
        helperText={titleProblem}
        onChange={(event) => set({ title: event.target.value })}
        slotProps={{ htmlInput: { dir: 'auto', autoComplete: 'off' } }}
      />
      <TextField
        label={t('followUps.note')}
        value={form.note}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        disabled={isReadOnly}
        error={problems.note !== undefined}
        helperText={problems.note}
        onChange={(event) => set({ note: event.target.value })}
        slotProps={{ htmlInput: { dir: 'auto' } }}
      />
      <div className={styles.pair}>
        <TextField
          label={t('followUps.dueDate')}
          type="date"
          value={form.date}
          disabled={isReadOnly}
          error={problems.date !== undefined}
          helperText={problems.date}
          onChange={(event) => set({ date: event.target.value, ...(event.target.value === '' ? { time: '' } : {}) })}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: '2199-12-31' } }}
        />
        <TextField
          label={t('followUps.dueTime')}
          type="time"
          value={form.time}
          disabled={isReadOnly}
          error={problems.time !== undefined}
          helperText={problems.time}
          onChange={(event) => set({ time: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          select
          label={t('followUps.reminder')}
          value={form.reminder}
          disabled={isReadOnly}
          error={problems.reminder !== undefined}
          helperText={problems.reminder ?? (form.date !== '' && form.time === '' ? t('followUps.remindMorning') : null)}
          onChange={({ target: { value } }) =>
            set({ reminder: value, ...(value === 'exact' && form.at === '' ? { at: toFieldValue(nextHour()) } : {}) })
          }
        >
          {values.map((value) => (
            <MenuItem key={value} value={value}>
              {wordOf(value)}
            </MenuItem>
          ))}
        </TextField>
        {form.reminder === 'exact' ? (
          <TextField
            label={t('followUps.reminderAt')}
            type="datetime-local"
            value={form.at}
            disabled={isReadOnly}
            error={problems.reminder !== undefined}
            onChange={(event) => set({ at: event.target.value })}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: '2199-12-31T23:59' } }}
          />
        ) : (
          <span />
        )}
      </div>
      <OwnerSelect
        value={form.ownerId}
        isReadOnly={isReadOnly}
        {...(owner ? { known: owner } : {})}
        onChange={(ownerId) => set({ ownerId })}
      />
    </>
  )
}

const nextHour = (): number => Math.ceil((serverNow() + 1) / hourMs) * hourMs
