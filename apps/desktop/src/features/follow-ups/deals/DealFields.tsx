import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { dealStagesQuery } from '../../../shared/entities/follow-ups.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../../shared/ui/focus-here.ts'
import { localName } from '../../../shared/words/local-name.ts'

import styles from '../follow-ups.module.css'
import { OwnerSelect } from '../OwnerSelect.tsx'
import type { DealForm, DealProblems } from './form.ts'

interface DealFieldsProps {
  form: DealForm
  problems: DealProblems
  hasTried: boolean
  isReadOnly: boolean
  hasFocus: boolean
  owner?: { id: string; name: string }
  onChange: (form: DealForm) => void
}
/** Offered first; all others follow by code. */
const usual = ['EUR', 'USD', 'GBP', 'PLN', 'BGN', 'RUB', 'CHF']

/** Title, amount with currency, stage, expected date, note and owner of a deal. */
export function DealFields(props: DealFieldsProps): ReactNode {
  const { form, problems, hasTried, isReadOnly, hasFocus, owner, onChange } = props
  const t = useT()
  const stages = useQuery(dealStagesQuery).data ?? []
  const currencies = useMemo(() => [...new Set([...usual, ...Intl.supportedValuesOf('currency')])], [])
  const set = (fields: Partial<DealForm>): void => onChange({ ...form, ...fields })
  const said = (name: 'title' | 'amount'): string | undefined =>
    hasTried || form[name].trim() !== '' ? problems[name] : undefined
  return (
    <>
      <TextField
        label={t('followUps.name')}
        value={form.title}
        required
        fullWidth
        disabled={isReadOnly}
        {...(hasFocus ? { inputRef: focusHere } : {})}
        error={said('title') !== undefined}
        helperText={said('title')}
        onChange={(event) => set({ title: event.target.value })}
        slotProps={{ htmlInput: { dir: 'auto', autoComplete: 'off' } }}
      />
      <div className={styles.pair}>
        <TextField
          label={t('followUps.amount')}
          value={form.amount}
          required
          disabled={isReadOnly}
          error={said('amount') !== undefined}
          helperText={said('amount')}
          onChange={(event) => set({ amount: event.target.value })}
          slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off', maxLength: 30 } }}
        />
        <TextField
          select
          label={t('followUps.currency')}
          value={form.currency}
          disabled={isReadOnly}
          onChange={(event) => set({ currency: event.target.value })}
        >
          {currencies.map((code) => (
            <MenuItem key={code} value={code}>
              {code}
            </MenuItem>
          ))}
        </TextField>
      </div>
      <div className={styles.pair}>
        <TextField
          select
          label={t('followUps.stage')}
          value={stages.some(({ key }) => key === form.stage) ? form.stage : ''}
          disabled={isReadOnly}
          onChange={(event) => set({ stage: event.target.value })}
        >
          {stages.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              {localName(name, t.language)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('followUps.expectedOn')}
          type="date"
          value={form.expectedOn}
          disabled={isReadOnly}
          error={problems.expectedOn !== undefined}
          helperText={problems.expectedOn}
          onChange={(event) => set({ expectedOn: event.target.value })}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: '2199-12-31' } }}
        />
      </div>
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
      <OwnerSelect
        value={form.ownerId}
        isReadOnly={isReadOnly}
        {...(owner ? { known: owner } : {})}
        onChange={(ownerId) => set({ ownerId })}
      />
    </>
  )
}
