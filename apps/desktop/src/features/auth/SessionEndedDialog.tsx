import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Over the page as it stands: what was typed stays below and is there again after signing in. */
export function SessionEndedDialog(): ReactNode {
  const t = useT()
  const me = useMe()
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="session-ended">
      <DialogTitle id="session-ended">{t('auth.sessionEnded')}</DialogTitle>
      <DialogContent>
        <p style={{ marginBottom: 12 }}>{t('auth.sessionEndedText')}</p>
        <SignInForm email={me?.email ?? ''} />
      </DialogContent>
    </Dialog>
  )
}
