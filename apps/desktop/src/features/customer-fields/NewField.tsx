import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { fieldKinds, limits, type FieldKind } from '@care/domain'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useAddField } from './api.ts'
import styles from './customer-fields.module.css'

/** Defines a field: name, kind, and for a choice its options, one a line. */
export function NewField({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const add = useAddField()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<FieldKind>('text')
  const [lines, setLines] = useState('')
  const [hasTried, setHasTried] = useState(false)
  const isChoice = kind === 'choice' || kind === 'choices'
  const names = [
    ...new Set(
      lines
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ]
  const lacksName = name.trim() === ''
  const lacksOptions = isChoice && names.length === 0
  const submit = (): void => {
    setHasTried(true)
    if (lacksName || lacksOptions || add.isPending) return
    const options = isChoice ? names.map((option) => ({ name: option })) : []
    add.mutate({ name: name.trim(), kind, options }, { onSuccess: onClose })
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{t('customerFields.add')}</DialogTitle>
      <DialogForm
        label={t('customerFields.add')}
        isDisabled={add.isPending}
        error={add.error}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextField
          label={t('customer.name')}
          value={name}
          inputRef={focusHere}
          error={hasTried && lacksName}
          helperText={hasTried && lacksName ? t('addressBook.nameNeeded') : null}
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: limits.tag, autoComplete: 'off', dir: 'auto' } }}
        />
        <TextField
          select
          label={t('customerFields.kind')}
          value={kind}
          className={styles.select}
          onChange={(event) => setKind(event.target.value as FieldKind)}
        >
          {fieldKinds.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`ownFields.kinds.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {isChoice && (
          <TextField
            label={t('customerFields.options')}
            multiline
            minRows={3}
            value={lines}
            error={hasTried && lacksOptions}
            helperText={t(hasTried && lacksOptions ? 'customerFields.optionNeeded' : 'customerFields.onePerLine')}
            onChange={(event) => setLines(event.target.value)}
          />
        )}
      </DialogForm>
    </Dialog>
  )
}
