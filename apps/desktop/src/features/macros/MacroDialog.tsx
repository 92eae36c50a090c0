import { isApiError } from '@care/client'
import type { Macro, MacroStep } from '@care/contract'
import { limits } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import TextField from '@mui/material/TextField'
import { Plus, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { useSaveMacro } from './api.ts'
import styles from './macros.module.css'
import { isWhole, type StepKind, stepKinds, StepFields, useNewStep } from './StepFields.tsx'

interface MacroDialogProps {
  /** Null: a new one. */
  macro: Macro | null
  onClose: () => void
}

/** One macro: what it is called and what it does, each kind of step once, in the order in which they are done. */
export function MacroDialog({ macro, onClose }: MacroDialogProps): ReactNode {
  const t = useT()
  const mayShare = useCan('macros.share')
  const [name, setName] = useState(macro?.name ?? '')
  const [steps, setSteps] = useState<readonly MacroStep[]>(macro?.steps ?? [])
  const [isShared, setIsShared] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const newStep = useNewStep()
  const save = useSaveMacro(macro)
  const trimmed = name.trim()
  const isTooLong = trimmed.length > limits.macroName
  const isReady = trimmed !== '' && !isTooLong && steps.length > 0 && steps.every(isWhole)
  const title = t(macro ? 'macros.edit' : 'macros.add')
  const free = stepKinds.filter((kind) => !steps.some((step) => step.kind === kind))
  const change = (step: MacroStep): void => setSteps(steps.map((other) => (other.kind === step.kind ? step : other)))
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="sm" aria-labelledby="macro-title">
      <DialogTitle id="macro-title">{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('macros.save')}
        isDisabled={save.isPending}
        error={save.error}
        errorText={(words, error) =>
          isApiError(error) && error.code === 'CONFLICT'
            ? words('macros.conflict')
            : isApiError(error) && error.details.problem === 'MACRO_BROKEN'
              ? words('macros.refusedBroken')
              : errorText(words, error)
        }
        onClose={onClose}
        onSubmit={() => {
          setHasTried(true)
          if (isReady && !save.isPending)
            save.mutate({ name: trimmed, steps: [...steps], isShared }, { onSuccess: onClose })
        }}
      >
        <TextField
          label={t('macros.name')}
          value={name}
          fullWidth
          required
          error={isTooLong || (hasTried && trimmed === '')}
          helperText={isTooLong ? t('common.tooLong', { n: limits.macroName }) : null}
          onChange={(event) => setName(event.target.value)}
          inputRef={focusHere}
          slotProps={{ htmlInput: { dir: 'auto' } }}
        />
        <fieldset aria-label={t('macros.steps')} className={styles.steps}>
          {steps.map((step) => (
            <div key={step.kind} className={styles.step} data-wrong={(hasTried && !isWhole(step)) || undefined}>
              <b>{t(`macros.kinds.${step.kind}`)}</b>
              <div className={styles.value}>
                <StepFields step={step} onChange={change} />
              </div>
              <IconAction
                label={t('macros.removeStep', { step: t(`macros.kinds.${step.kind}`) })}
                onClick={() => setSteps(steps.filter(({ kind }) => kind !== step.kind))}
              >
                <X size={14} aria-hidden="true" />
              </IconAction>
            </div>
          ))}
          {hasTried && steps.length === 0 && <p role="alert">{t('macros.noSteps')}</p>}
          <MenuButton
            label={t('macros.addStep')}
            choices={free.map((kind: StepKind) => ({
              key: kind,
              label: t(`macros.kinds.${kind}`),
              onChoose: () => setSteps([...steps, newStep(kind)]),
            }))}
            opener={(opener) => (
              <button type="button" className={styles.add} disabled={free.length === 0} {...opener}>
                <Plus size={14} aria-hidden="true" />
                {t('macros.addStep')}
              </button>
            )}
          />
        </fieldset>
        {!macro && mayShare && (
          <FormControlLabel
            control={<Checkbox checked={isShared} onChange={(event) => setIsShared(event.target.checked)} />}
            label={t('macros.shareLabel')}
          />
        )}
      </DialogForm>
    </Dialog>
  )
}
