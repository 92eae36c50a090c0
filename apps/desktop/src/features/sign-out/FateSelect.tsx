import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { Fate } from './fates.ts'

interface FateSelectProps {
  label: string
  /** Said to screen readers only: what stands beside it says it to the others. */
  isLabelHidden?: boolean
  /** Null where several things are chosen. */
  fate: Fate | null
  fates: readonly Fate[]
  onChoose: (fate: Fate) => void
}

/** Return, keep, transfer: what is possible. Transfer may be chosen again, for somebody else. */
export function FateSelect({ label, isLabelHidden, fate, fates, onChoose }: FateSelectProps): ReactNode {
  const t = useT()
  return (
    <TextField
      select
      size="small"
      {...(isLabelHidden ? {} : { label })}
      value={fate !== null && fates.includes(fate) ? fate : ''}
      fullWidth
      slotProps={{
        inputLabel: { shrink: true },
        select: { displayEmpty: true, ...(isLabelHidden ? { SelectDisplayProps: { 'aria-label': label } } : {}) },
      }}
    >
      {fate === null && (
        <MenuItem value="" disabled sx={{ display: 'none' }}>
          {t('signOut.various')}
        </MenuItem>
      )}
      {fates.map((one) => (
        <MenuItem key={one} value={one} onClick={() => onChoose(one)}>
          {t(`signOut.fates.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}
