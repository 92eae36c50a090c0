import type { Task } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { ErrorState } from '../../shared/ui/states.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useLeaveDesk } from './api.ts'
import type { Target } from './fates.ts'
import { LeaveForm } from './LeaveForm.tsx'

/** The picker of a transfer, as the app puts it in. */
export type Targets = ComponentType<{
  holderId: string | null
  chosen: Target | null
  problem: string | null
  onChoose: (to: Target, name: string) => void
}>

interface SignOutDialogProps {
  /** Own tasks, live; undefined until they are loaded. */
  tasks: readonly Task[] | undefined
  hasFailed: boolean
  operatorId: string | null
  Targets: Targets
  onRetry: () => void
  onClose: () => void
}

/** Signs out at once where nothing is open; with open tasks it asks what becomes of each (rule 22). */
export function SignOutDialog({ tasks, hasFailed, onRetry, onClose, ...rest }: SignOutDialogProps): ReactNode {
  const t = useT()
  const leave = useLeaveDesk()
  const { mutate } = leave
  const isAsked = tasks?.some(({ state }) => state === 'active' || state === 'wrapUp') ?? false
  const [wasAsked, setWasAsked] = useState(isAsked)
  if (isAsked && !wasAsked) setWasAsked(true)
  const wasSentRef = useRef(false)
  const goesAtOnce = tasks !== undefined && !isAsked && !wasAsked
  useEffect(() => {
    if (!goesAtOnce || wasSentRef.current) return
    wasSentRef.current = true
    mutate({ tasks: [], reason: '' })
  }, [goesAtOnce, mutate])
  if (tasks === undefined && !hasFailed) return null
  if (goesAtOnce && !leave.isError) return null
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} maxWidth="sm" fullWidth aria-labelledby="sign-out-title">
      <DialogTitle id="sign-out-title">{t('auth.signOut')}</DialogTitle>
      {tasks === undefined ? (
        <>
          <DialogContent>
            <ErrorState compact title={t('signOut.failed')} onRetry={onRetry} />
          </DialogContent>
          <DialogActions>
            <Button color="inherit" onClick={onClose}>
              {t('common.cancel')}
            </Button>
          </DialogActions>
        </>
      ) : (
        <LeaveForm tasks={tasks} leave={leave} onClose={onClose} {...rest} />
      )}
    </Dialog>
  )
}
