import { isApiError } from '@care/client'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useSignOut } from './api.ts'

/** Signs out at once where nothing hangs on it; with tasks in progress it asks what becomes of them (rule 22). */
export function SignOutDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const signOut = useSignOut()
  const { mutate } = signOut
  useEffect(() => mutate(undefined), [mutate])
  if (!signOut.isError) return null
  const hasTasks = isApiError(signOut.error) && signOut.error.code === 'NOT_ALLOWED_NOW'
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="sign-out-title">
      <DialogTitle id="sign-out-title">{t('auth.signOut')}</DialogTitle>
      <DialogContent>{hasTasks ? t('auth.signOutTasks') : errorText(t, signOut.error)}</DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        {hasTasks && (
          <>
            <Button variant="outlined" color="inherit" onClick={() => mutate('keep')}>
              {t('auth.signOutKeep')}
            </Button>
            <Button variant="contained" onClick={() => mutate('return')}>
              {t('auth.signOutReturn')}
            </Button>
          </>
        )}
      </DialogActions>
    </Dialog>
  )
}
