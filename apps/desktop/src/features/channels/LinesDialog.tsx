import type { Channel, PhoneLine } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { Save, Trash2 } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import styles from './channels.module.css'
import { usePhoneLines, useRemovePhoneLine, useSavePhoneLine } from './lines-api.ts'

/** Under which name each operator is known to a phone system (rows K2, K3). */
export function LinesDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const { data, isError, refetch } = usePhoneLines(channel.id)
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('channels.linesTitle', { name: channel.name })}</DialogTitle>
      <DialogContent>
        <p>{t('channels.linesAbout')}</p>
        {!data ? (
          <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
        ) : (
          <ul className={settingsStyles.list}>
            {data.map(({ operator, line }) => (
              <Line
                key={`${operator.id} ${line?.userName ?? ''} ${line?.extension ?? ''}`}
                channelId={channel.id}
                operator={operator}
                line={line}
              />
            ))}
          </ul>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="text" color="inherit" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

interface LineProps {
  channelId: string
  operator: PhoneLine['operator']
  line: PhoneLine | null
}

function Line({ channelId, operator, line }: LineProps): ReactNode {
  const t = useT()
  const [save, remove] = [useSavePhoneLine(channelId), useRemovePhoneLine(channelId)]
  const [userName, setUserName] = useState(line?.userName ?? '')
  const [extension, setExtension] = useState(line?.extension ?? '')
  const [password, setPassword] = useState('')
  const { name } = operator
  const onError = (error: Error): void => showToast(errorText(t, error))
  const isChanged = userName !== (line?.userName ?? '') || extension !== (line?.extension ?? '') || password !== ''
  const write = (): void => {
    const fields = { userName: userName.trim(), extension: extension.trim() || null }
    const body = { ...fields, ...(password === '' ? {} : { password }) }
    save.mutate(
      { operatorId: operator.id, body },
      {
        onError,
        onSuccess: () => {
          setPassword('')
          showToast(t('channels.lineSaved', { name }))
        },
      },
    )
  }
  const takeAway = (): void =>
    remove.mutate(operator.id, { onError, onSuccess: () => showToast(t('channels.lineRemoved', { name })) })
  return (
    <li className={`${settingsStyles.line} ${styles.line}`} aria-label={name}>
      <strong className={settingsStyles.grow}>{name}</strong>
      <TextField
        size="small"
        label={t('channels.lineUser')}
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 64, autoComplete: 'off' } }}
      />
      <TextField
        size="small"
        label={t('channels.lineExtension')}
        value={extension}
        onChange={(event) => setExtension(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 64, autoComplete: 'off' } }}
      />
      <TextField
        size="small"
        type="password"
        label={t('channels.linePassword')}
        value={password}
        helperText={line?.hasPassword ? t('channels.secretSet') : undefined}
        onChange={(event) => setPassword(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'new-password' } }}
      />
      <IconAction
        label={t('channels.lineSave', { name })}
        disabled={!isChanged || userName.trim() === '' || save.isPending}
        onClick={write}
      >
        <Save size={16} aria-hidden="true" />
      </IconAction>
      <IconAction
        label={t('channels.lineRemove', { name })}
        disabled={line === null || remove.isPending}
        onClick={takeAway}
      >
        <Trash2 size={16} aria-hidden="true" />
      </IconAction>
    </li>
  )
}
