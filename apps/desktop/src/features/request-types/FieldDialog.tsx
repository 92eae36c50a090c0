import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Checkbox from '@mui/material/Checkbox'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { RequestFieldView, StageView } from '@care/contract'
import { answersOf, fieldKinds, fieldProblems, isChoice, mayDecide, requiredWhen, type FieldKind } from '@care/domain'
import { useId, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { localName } from '../../shared/words/local-name.ts'
import { freshKey, noName } from './draft.ts'
import { NameInputs } from './NameInputs.tsx'
import { OptionInputs } from './OptionInputs.tsx'
import { problemWords } from './problem-words.ts'

export const newField = (): RequestFieldView => ({
  id: freshKey(),
  name: noName,
  kind: 'text',
  options: [],
  required: 'never',
  requiredStages: [],
  shownIf: null,
  isRemoved: false,
})

interface FieldDialogProps {
  field: RequestFieldView
  /** Its kind is not yet fixed. */
  isNew: boolean
  others: readonly RequestFieldView[]
  stages: readonly StageView[]
  onSave: (field: RequestFieldView) => void
  onClose: () => void
}

/** A field of a type: name, kind, options, when it is required, and on which answer it is shown. */
export function FieldDialog({ field: given, isNew, others, stages, onSave, onClose }: FieldDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const [field, setField] = useState(given)
  const [hasTried, setHasTried] = useState(false)
  const set = (part: Partial<RequestFieldView>): void => setField({ ...field, ...part })
  const problems = fieldProblems(
    [...others, field],
    stages.map(({ key }) => key),
  ).filter((problem) => problem.endsWith(`:${field.id}`))
  const submit = (): void => {
    setHasTried(true)
    if (problems.length === 0) onSave(field)
  }
  const title = t(isNew ? 'requestTypes.addField' : 'requestTypes.editField')
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('requestTypes.take')}
        isDisabled={false}
        error={null}
        onSubmit={submit}
        onClose={onClose}
      >
        <NameInputs
          label={t('requestTypes.name')}
          name={field.name}
          inputRef={focusHere}
          problem={hasTried && problems.includes(`NO_NAME:${field.id}`) ? t('requestTypes.nameNeeded') : null}
          onChange={(name) => set({ name })}
        />
        <TextField
          select
          label={t('requestTypes.kind')}
          value={field.kind}
          disabled={!isNew}
          onChange={(event) => set({ kind: event.target.value as FieldKind })}
        >
          {fieldKinds.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`ownFields.kinds.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {isChoice(field) && <OptionInputs options={field.options} onChange={(options) => set({ options })} />}
        <TextField
          select
          label={t('requestTypes.required')}
          value={field.required}
          onChange={(event) => set({ required: event.target.value as RequestFieldView['required'] })}
        >
          {requiredWhen.map((when) => (
            <MenuItem key={when} value={when}>
              {t(`requestTypes.when.${when}`)}
            </MenuItem>
          ))}
        </TextField>
        {field.required === 'stages' && (
          <Checks
            legend={t('requestTypes.requiredStages')}
            keys={stages.map(({ key }) => key)}
            word={(key) => localName(stages.find((stage) => stage.key === key)?.name ?? noName, t.language)}
            chosen={field.requiredStages}
            onChange={(requiredStages) => set({ requiredStages })}
          />
        )}
        <ShownIf field={field} others={others} onChange={(shownIf) => set({ shownIf })} />
        {hasTried && problems.length > 0 && (
          <p role="alert" style={{ margin: 0, color: 'var(--err)' }}>
            {problemWords(t, problems).join(' ')}
          </p>
        )}
      </DialogForm>
    </Dialog>
  )
}

interface ShownIfProps {
  field: RequestFieldView
  others: readonly RequestFieldView[]
  onChange: (shownIf: RequestFieldView['shownIf']) => void
}
const always = '-'

function ShownIf({ field, others, onChange }: ShownIfProps): ReactNode {
  const t = useT()
  const deciders = others.filter((other) => !other.isRemoved && mayDecide(other))
  const { shownIf } = field
  const decider = deciders.find(({ id }) => id === shownIf?.fieldId)
  const word = (key: string): string =>
    decider?.kind === 'yesNo'
      ? t(key === 'yes' ? 'ownFields.yes' : 'ownFields.no')
      : localName(decider?.options.find((option) => option.key === key)?.name ?? noName, t.language)
  if (deciders.length === 0 && shownIf === null) return null
  return (
    <>
      <TextField
        select
        label={t('requestTypes.shown')}
        value={shownIf?.fieldId ?? always}
        onChange={({ target }) => onChange(target.value === always ? null : { fieldId: target.value, values: [] })}
      >
        <MenuItem value={always}>{t('requestTypes.shownAlways')}</MenuItem>
        {deciders.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {t('requestTypes.shownIf', { field: localName(name, t.language) })}
          </MenuItem>
        ))}
      </TextField>
      {shownIf && decider && (
        <Checks
          legend={t('requestTypes.answers')}
          keys={answersOf(decider)}
          word={word}
          chosen={shownIf.values}
          onChange={(values) => onChange({ ...shownIf, values })}
        />
      )}
    </>
  )
}

interface ChecksProps {
  legend: string
  keys: readonly string[]
  word: (key: string) => string
  chosen: readonly string[]
  onChange: (keys: string[]) => void
}

function Checks({ legend, keys, word, chosen, onChange }: ChecksProps): ReactNode {
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{legend}</legend>
      {keys.map((key) => (
        <FormControlLabel
          key={key}
          label={word(key)}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(key)}
              onChange={(_event, isOn) => onChange(isOn ? [...chosen, key] : chosen.filter((one) => one !== key))}
            />
          }
        />
      ))}
    </fieldset>
  )
}
