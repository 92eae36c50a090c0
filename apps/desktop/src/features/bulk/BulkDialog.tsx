import { isApiError } from '@care/client'
import type { BulkAction, BulkPreview, BulkSelection, Macro, RequestType } from '@care/contract'
import { type Attributes, limits } from '@care/domain'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useActionWords } from '../../shared/actions/useActionWords.ts'
import { useKnownTags } from '../../shared/entities/known-tags.ts'
import { requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { askedFields, FieldsForm, formProblems } from '../../shared/fields/FieldsForm.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { OutcomeChips } from '../../shared/ui/OutcomeChips.tsx'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'
import { usePreview, useStartBulk } from './api.ts'
import styles from './bulk.module.css'

/** An action as it was chosen from the bar; closing has its outcome still to be chosen. */
export type BulkDraft = BulkAction | { kind: 'close' } | { kind: 'macro'; macro: Macro }

interface BulkDialogProps {
  draft: BulkDraft
  selection: BulkSelection
  onClose: () => void
  onStarted: () => void
}

/** Asks before many requests are changed: what is done, to how many, and what it needs. */
export function BulkDialog({ draft, selection, onClose, onStarted }: BulkDialogProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const wordsOf = useActionWords()
  const types = useQuery(requestTypesQuery).data ?? []
  const preview = usePreview(selection)
  const start = useStartBulk()
  const [edited, setEdited] = useState<BulkDraft>(draft)
  const [hasTried, setHasTried] = useState(false)
  const count = preview.data?.count ?? 0
  const present = types.filter(({ id }) => preview.data?.types.some(({ typeId }) => typeId === id))
  const asked = askedAt(edited, present)
  const problems = asked && edited.kind === 'stage' ? formProblems(t, asked.fields, edited.attributes, asked.stage) : {}
  const action = edited.kind === 'macro' ? null : wholeAction(edited)
  const isReady =
    (edited.kind === 'macro' || action !== null) &&
    !start.isPending &&
    preview.data !== undefined &&
    !preview.data.isTooMany &&
    count > 0
  const title = titleOf(edited, t('bulk.tags'), t('requestDialogs.closeWithOutcome'), wordsOf)
  const submit = (): void => {
    setHasTried(true)
    if (!isReady || Object.keys(problems).length > 0) return
    start.mutate(
      edited.kind === 'macro'
        ? { selection, actions: [], macroId: edited.macro.id }
        : { selection, actions: action ? [action] : [] },
      { onSuccess: onStarted },
    )
  }
  return (
    <Dialog open onClose={onClose} onKeyDown={submitByKey} fullWidth maxWidth="xs" aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title">{title}</DialogTitle>
      <DialogForm
        label={title}
        send={
          preview.data && count > 0 ? t('bulk.start', { n: count, count: format.number(count) }) : t('bulk.startPlain')
        }
        isDisabled={!isReady && !(hasTried && edited.kind === 'close')}
        error={start.error}
        errorText={(words, error) =>
          isApiError(error) && error.details.problem === 'TOO_MANY_RUNS'
            ? words('bulk.tooManyRuns')
            : errorText(words, error)
        }
        onSubmit={submit}
        onClose={onClose}
      >
        <Counted preview={preview} edited={edited} types={types} />
        {edited.kind === 'tags' && <TagFields edited={edited} onEdit={setEdited} />}
        {edited.kind === 'close' && (
          <CloseFields edited={edited} types={present.length > 0 ? present : types} onEdit={setEdited} />
        )}
        {edited.kind === 'macro' && (
          <ul className={styles.note}>
            {edited.macro.steps.map((step) => (
              <li key={step.kind}>{wordsOf(step)}</li>
            ))}
          </ul>
        )}
        {asked && edited.kind === 'stage' && (
          <FieldsForm
            fields={asked.fields}
            values={edited.attributes}
            stage={asked.stage}
            problems={hasTried ? problems : {}}
            onChange={(attributes) => setEdited({ ...edited, attributes })}
            only={askedFields(asked.fields, {}, asked.stage)}
          />
        )}
      </DialogForm>
    </Dialog>
  )
}

/** How many it is about; what is too many or cannot be done to some of them, before it is begun. */
function Counted({
  preview,
  edited,
  types,
}: {
  preview: ReturnType<typeof usePreview>
  edited: BulkDraft
  types: readonly RequestType[]
}): ReactNode {
  const t = useT()
  const format = useFormat()
  if (preview.isError) return <p role="alert">{t('bulk.didNotCount')}</p>
  if (!preview.data) return <output className={styles.note}>{t('bulk.counting')}</output>
  const { count, isTooMany } = preview.data
  if (isTooMany) return <p role="alert">{t('bulk.tooMany', { count: format.number(limits.bulkItems) })}</p>
  if (count === 0) return <output className={styles.note}>{t('bulk.none')}</output>
  const lacking = lackingIn(edited, preview.data, types)
  return (
    <output className={styles.note}>
      {t('bulk.about', { n: count, count: format.number(count) })}{' '}
      {lacking > 0 && t('bulk.lacking', { n: lacking, count: format.number(lacking) })}
    </output>
  )
}

/** Requests whose type has no such stage or outcome. */
function lackingIn(edited: BulkDraft, { types: counted }: BulkPreview, types: readonly RequestType[]): number {
  const has = (type: RequestType): boolean => {
    if (edited.kind === 'stage') return type.stages.some(({ key }) => key === edited.stage)
    if (edited.kind === 'close' && 'outcome' in edited) return type.outcomes.some(({ key }) => key === edited.outcome)
    return true
  }
  return counted
    .filter(({ typeId }) => types.some((type) => type.id === typeId && !has(type)))
    .reduce((sum, { open, closed }) => sum + open + closed, 0)
}

/** What the stage asks for, where all of them are of one type; else each says for itself what it lacks. */
function askedAt(edited: BulkDraft, present: readonly RequestType[]) {
  const [type, other] = present
  if (edited.kind !== 'stage' || !type || other) return null
  const stage = type.stages.find(({ key }) => key === edited.stage)
  return stage && askedFields(type.fields, {}, stage).size > 0 ? { fields: type.fields, stage } : null
}

/** The action, when everything of it is chosen. */
function wholeAction(edited: Exclude<BulkDraft, { kind: 'macro' }>): BulkAction | null {
  if (edited.kind === 'close') return 'outcome' in edited ? edited : null
  if (edited.kind === 'tags' && edited.add.length === 0 && edited.remove.length === 0) return null
  return edited
}

function titleOf(edited: BulkDraft, tags: string, close: string, wordsOf: ReturnType<typeof useActionWords>): string {
  if (edited.kind === 'macro') return edited.macro.name
  if (edited.kind === 'tags') return tags
  return edited.kind === 'close' ? close : wordsOf(edited)
}

function TagFields({
  edited,
  onEdit,
}: {
  edited: Extract<BulkAction, { kind: 'tags' }>
  onEdit: (edited: BulkDraft) => void
}): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const known = useKnownTags(typed)
  const field = (which: 'add' | 'remove', label: string, addLabel: string, isFirst = false): ReactNode => (
    <fieldset aria-label={label} className={styles.group}>
      <div className={styles.label}>{label}</div>
      <TagEditor
        tags={edited[which]}
        suggestions={known}
        addLabel={addLabel}
        isOpen={isFirst}
        onType={setTyped}
        onChange={(tags) => onEdit({ ...edited, [which]: tags })}
      />
    </fieldset>
  )
  return (
    <>
      {field('add', t('bulk.addTags'), t('bulk.addTag'), true)}
      {field('remove', t('bulk.removeTags'), t('bulk.addTagToRemove'))}
    </>
  )
}

function CloseFields({
  edited,
  types,
  onEdit,
}: {
  edited: Extract<BulkDraft, { kind: 'close' }>
  types: readonly RequestType[]
  onEdit: (edited: BulkDraft) => void
}): ReactNode {
  const t = useT()
  const outcomes = new Map(
    types.flatMap((type) => type.outcomes.filter(({ isSystem }) => !isSystem)).map((one) => [one.key, one]),
  )
  const note = 'note' in edited ? edited.note : ''
  const chosen = 'outcome' in edited ? edited.outcome : null
  const isTooLong = note.length > limits.outcomeNote
  const change = (outcome: string | null, words: string): void => {
    const attributes: Attributes = {}
    if (outcome !== null) onEdit({ kind: 'close', outcome, note: words, attributes })
  }
  return (
    <>
      <OutcomeChips
        outcomes={[...outcomes.values()]}
        chosen={chosen}
        onChoose={(key) => change(key, note)}
        problem={null}
      />
      <TextField
        label={t('requestDialogs.note')}
        value={note}
        multiline
        minRows={2}
        maxRows={6}
        fullWidth
        disabled={chosen === null}
        error={isTooLong}
        helperText={isTooLong ? t('common.tooLong', { n: limits.outcomeNote }) : null}
        onChange={(event) => change(chosen, event.target.value)}
      />
    </>
  )
}
