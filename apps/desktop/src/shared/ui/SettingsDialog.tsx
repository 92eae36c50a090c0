import type { DesktopT } from '@care/i18n/desktop'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { OvertakenBanner } from '../edit/OvertakenBanner.tsx'
import type { Overtaken } from '../edit/useDraft.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { DialogForm } from './DialogForm.tsx'
import { submitByKey } from './submit-by-key.ts'

interface SettingsDialogProps<T> {
  title: string
  width?: 'xs' | 'sm'
  /** What `useDraft` gave for the fields. */
  form: { takeTheirs: (overtaken: Overtaken<T>) => void; keepMine: (overtaken: Overtaken<T>) => void }
  /** What somebody else saved meanwhile, in the form's own terms; nothing is saved until one has chosen (rule 4). */
  overtaken: Overtaken<T> | null
  /** The mutation that saves. */
  save: { isPending: boolean; error: Error | null; reset: () => void }
  /** What a field is called and how its value is said. */
  say: (field: keyof T, value: unknown) => string
  /** Words for a refusal where the code alone says too little. */
  errorText?: (t: DesktopT, error: Error) => string
  /** The other's values stand in the form now. */
  onLoaded?: () => void
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A dialog of the settings: fields of one thing that has a version, Save, and what becomes of a save that came second. */
export function SettingsDialog<T extends object>({
  title,
  width = 'xs',
  form,
  overtaken,
  save,
  say,
  errorText,
  onLoaded,
  onSubmit,
  onClose,
  children,
}: SettingsDialogProps<T>): ReactNode {
  const t = useT()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} maxWidth={width} fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('common.save')}
        isDisabled={save.isPending || overtaken !== null}
        error={overtaken ? null : save.error}
        {...(errorText ? { errorText } : {})}
        onSubmit={onSubmit}
        onClose={onClose}
      >
        {overtaken && (
          <OvertakenBanner
            overtaken={overtaken}
            say={say}
            onLoad={() => {
              form.takeTheirs(overtaken)
              onLoaded?.()
              save.reset()
            }}
            onKeep={() => {
              form.keepMine(overtaken)
              save.reset()
            }}
          />
        )}
        {children}
      </DialogForm>
    </Dialog>
  )
}
