import type { ListLayout, RequestFilter, RequestSort, SavedView } from '@care/contract'
import { limits } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import type { useViewChanges } from './api.ts'

interface ViewDialogProps {
  /** The one that gets another name; null for a new one. */
  view: SavedView | null
  now: { filter: RequestFilter; sort: RequestSort; columns: ListLayout }
  changes: ReturnType<typeof useViewChanges>
  onClose: () => void
  onSaved: (view: SavedView) => void
}

/** A name for what the list shows now, or another name for a view. */
export function ViewDialog({ view, now, changes, onClose, onSaved }: ViewDialogProps): ReactNode {
  const t = useT()
  const mayShare = useCan('views.share')
  const [name, setName] = useState(view?.name ?? '')
  const [isShared, setIsShared] = useState(false)
  const [hasColumns, setHasColumns] = useState(false)
  const { add, edit } = changes
  const trimmed = name.trim()
  const isTooLong = trimmed.length > limits.viewName
  const title = t(view ? 'views.rename' : 'views.saveTitle')
  const submit = (): void => {
    if (trimmed === '' || isTooLong) return
    if (view) edit.mutate({ view, patch: { name: trimmed } }, { onSuccess: onSaved })
    else
      add.mutate(
        { name: trimmed, filter: now.filter, sort: now.sort, columns: hasColumns ? now.columns : null, isShared },
        { onSuccess: onSaved },
      )
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="view-title">
      <DialogTitle id="view-title">{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('views.create')}
        isDisabled={trimmed === '' || isTooLong || add.isPending || edit.isPending}
        error={add.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label={t('views.name')}
          value={name}
          fullWidth
          error={isTooLong}
          helperText={isTooLong ? t('common.tooLong', { n: limits.viewName }) : null}
          onChange={(event) => setName(event.target.value)}
          inputRef={focusHere}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
        {!view && (
          <>
            <FormControlLabel
              control={<Checkbox checked={hasColumns} onChange={(event) => setHasColumns(event.target.checked)} />}
              label={t('views.keepColumns')}
            />
            {mayShare && (
              <FormControlLabel
                control={<Checkbox checked={isShared} onChange={(event) => setIsShared(event.target.checked)} />}
                label={t('views.shareLabel')}
              />
            )}
          </>
        )}
      </DialogForm>
    </Dialog>
  )
}
