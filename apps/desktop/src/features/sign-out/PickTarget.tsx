import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { Target } from './fates.ts'
import type { Targets } from './SignOutDialog.tsx'

interface PickTargetProps {
  Targets: Targets
  operatorId: string | null
  onPicked: (target: Target, name: string) => void
  onClose: () => void
}

/** To whom: the picker of a transfer over the dialog. */
export function PickTarget({ Targets, operatorId, onPicked, onClose }: PickTargetProps): ReactNode {
  const t = useT()
  const [chosen, setChosen] = useState<{ to: Target; name: string } | null>(null)
  const [hasTried, setHasTried] = useState(false)
  const take = (): void => {
    setHasTried(true)
    if (chosen) onPicked(chosen.to, chosen.name)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="xs"
      fullWidth
      aria-labelledby="pick-target-title"
      onKeyDown={(event) => {
        // Not the dialog below.
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) take()
      }}
    >
      <DialogTitle id="pick-target-title">{t('transferTo.to')}</DialogTitle>
      <DialogContent>
        <Targets
          holderId={operatorId}
          chosen={chosen?.to ?? null}
          problem={hasTried && !chosen ? t('transferTo.targetNeeded') : null}
          onChoose={(to, name) => setChosen({ to, name })}
        />
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button variant="contained" onClick={take}>
          {t('signOut.take')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
