import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { RequestType } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { isAutoCloseFine, isReopenFine, type TypeDraft } from './draft.ts'
import styles from './request-types.module.css'

interface PartProps {
  draft: TypeDraft
  onChange: (draft: TypeDraft) => void
}

/** Name, auto-close, reopen window and what a reply to a closed request does. */
export function ClockFields({ draft, onChange }: PartProps): ReactNode {
  const t = useT()
  const isNameless = draft.name.trim() === ''
  return (
    <div className={styles.clocks}>
      <TextField
        size="small"
        label={t('requestTypes.name')}
        value={draft.name}
        error={isNameless}
        helperText={isNameless ? t('requestTypes.nameNeeded') : null}
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
      />
      <TextField
        size="small"
        label={t('requestTypes.autoClose')}
        value={draft.autoCloseDays}
        error={!isAutoCloseFine(draft)}
        helperText={t(isAutoCloseFine(draft) ? 'requestTypes.emptyIsNever' : 'requestTypes.notDays')}
        onChange={(event) => onChange({ ...draft, autoCloseDays: event.target.value })}
        slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
      />
      <TextField
        size="small"
        label={t('requestTypes.reopen')}
        value={draft.reopenDays}
        error={!isReopenFine(draft)}
        helperText={t(isReopenFine(draft) ? 'requestTypes.zeroIsNever' : 'requestTypes.notDays')}
        onChange={(event) => onChange({ ...draft, reopenDays: event.target.value })}
        slotProps={{ htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
      />
      <TextField
        select
        size="small"
        label={t('requestTypes.onReply')}
        value={draft.onReply}
        onChange={(event) => onChange({ ...draft, onReply: event.target.value as RequestType['onReply'] })}
      >
        <MenuItem value="reopen">{t('requestTypes.replyReopens')}</MenuItem>
        <MenuItem value="new">{t('requestTypes.replyIsNew')}</MenuItem>
      </TextField>
    </div>
  )
}
