import type { MacroStep } from '@care/contract'
import { limits, priorities } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useKnownTags } from '../../shared/entities/known-tags.ts'
import { useMe } from '../../shared/entities/me.ts'
import { operatorsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import { useReplies } from './api.ts'
import styles from './macros.module.css'

/** In the order of the menu. */
export const stepKinds = [
  'stage',
  'priority',
  'tags',
  'assign',
  'queue',
  'snooze',
  'comment',
  'reply',
  'close',
] as const
export type StepKind = (typeof stepKinds)[number]
const hour = 60
const snoozes = [hour, 4 * hour, 24 * hour, 2 * 24 * hour, 3 * 24 * hour, 7 * 24 * hour] as const
/** The menu's value of "nobody". */
const nobody = ''

/** Whether everything of it is chosen. */
export function isWhole(step: MacroStep): boolean {
  switch (step.kind) {
    case 'stage':
      return step.stage !== ''
    case 'queue':
      return step.queueId !== ''
    case 'close':
      return step.outcome !== ''
    case 'reply':
      return step.quickReplyId !== ''
    case 'tags':
      return step.add.length + step.remove.length > 0
    case 'comment':
      return step.text.trim() !== '' && step.text.length <= limits.comment
    default:
      return true
  }
}

/** A step as it begins. */
export function useNewStep(): (kind: StepKind) => MacroStep {
  const me = useMe()
  return (kind) => {
    switch (kind) {
      case 'stage':
        return { kind, stage: '', attributes: {} }
      case 'priority':
        return { kind, priority: 'high' }
      case 'tags':
        return { kind, add: [], remove: [] }
      case 'assign':
        return { kind, operatorId: me?.id ?? null }
      case 'queue':
        return { kind, queueId: '' }
      case 'snooze':
        return { kind, minutes: 24 * hour, wakesOnAnswer: true }
      case 'comment':
        return { kind, text: '' }
      case 'reply':
        return { kind, quickReplyId: '' }
      case 'close':
        return { kind, outcome: '', note: '', attributes: {} }
    }
  }
}

interface StepFieldsProps {
  step: MacroStep
  onChange: (step: MacroStep) => void
}

/** What a step needs to be told. */
export function StepFields({ step, onChange }: StepFieldsProps): ReactNode {
  const t = useT()
  switch (step.kind) {
    case 'tags':
      return <TagsStep step={step} onChange={onChange} />
    case 'comment':
      return (
        <TextField
          label={t('macros.text')}
          value={step.text}
          multiline
          minRows={2}
          maxRows={6}
          fullWidth
          error={step.text.length > limits.comment}
          onChange={(event) => onChange({ ...step, text: event.target.value })}
        />
      )
    case 'snooze':
      return (
        <>
          <Choice step={step} onChange={onChange} />
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={step.wakesOnAnswer}
                onChange={(event) => onChange({ ...step, wakesOnAnswer: event.target.checked })}
              />
            }
            label={t('macros.wakes')}
          />
        </>
      )
    case 'close':
      return (
        <>
          <Choice step={step} onChange={onChange} />
          <TextField
            label={t('macros.note')}
            value={step.note}
            fullWidth
            onChange={(event) => onChange({ ...step, note: event.target.value.slice(0, limits.outcomeNote) })}
          />
        </>
      )
    case 'spam':
      return null
    default:
      return <Choice step={step} onChange={onChange} />
  }
}

type Chosen = Exclude<MacroStep, { kind: 'tags' | 'comment' | 'spam' }>

/** A value out of a list; one that is gone stands there as nothing, to be chosen anew. */
function Choice({ step, onChange }: { step: Chosen; onChange: (step: MacroStep) => void }): ReactNode {
  const t = useT()
  const options = useOptions(step.kind)
  const value = valueOf(step)
  return (
    <TextField
      select
      label={t('macros.value')}
      value={options.some((one) => one.value === value) ? value : ''}
      fullWidth
      onChange={(event) => onChange(withValue(step, event.target.value))}
    >
      {options.map((one) => (
        <MenuItem key={one.value} value={one.value}>
          {one.label}
        </MenuItem>
      ))}
    </TextField>
  )
}

function valueOf(step: Chosen): string {
  switch (step.kind) {
    case 'stage':
      return step.stage
    case 'priority':
      return step.priority
    case 'assign':
      return step.operatorId ?? nobody
    case 'queue':
      return step.queueId
    case 'snooze':
      return String(step.minutes)
    case 'reply':
      return step.quickReplyId
    case 'close':
      return step.outcome
  }
}

function withValue(step: Chosen, value: string): MacroStep {
  switch (step.kind) {
    case 'stage':
      return { ...step, stage: value }
    case 'priority':
      return { ...step, priority: value as typeof step.priority }
    case 'assign':
      return { ...step, operatorId: value === nobody ? null : value }
    case 'queue':
      return { ...step, queueId: value }
    case 'snooze':
      return { ...step, minutes: Number(value) }
    case 'reply':
      return { ...step, quickReplyId: value }
    case 'close':
      return { ...step, outcome: value }
  }
}

function useOptions(kind: Chosen['kind']): ReadonlyArray<{ value: string; label: string }> {
  const t = useT()
  const format = useFormat()
  const queues = useQuery(queuesQuery).data ?? []
  const operators = useQuery(operatorsQuery).data ?? []
  const types = useQuery(requestTypesQuery).data ?? []
  const replies = useReplies().data ?? []
  const keyed = (all: ReadonlyArray<{ key: string; name: Parameters<typeof localName>[0] }>) =>
    [...new Map(all.map((one) => [one.key, one])).values()].map((one) => ({
      value: one.key,
      label: localName(one.name, t.language),
    }))
  switch (kind) {
    case 'stage':
      return keyed(types.flatMap(({ stages }) => stages.filter(({ category }) => category !== 'closed')))
    case 'close':
      return keyed(types.flatMap(({ outcomes }) => outcomes.filter(({ isSystem }) => !isSystem)))
    case 'priority':
      return priorities.toReversed().map((value) => ({ value, label: priorityWord(t, value) }))
    case 'assign':
      return [
        { value: nobody, label: t('request.nobody') },
        ...operators.filter(({ isActive }) => isActive).map(({ id, name }) => ({ value: id, label: name })),
      ]
    case 'queue':
      return queues.map(({ id, name }) => ({ value: id, label: name }))
    case 'snooze':
      return snoozes.map((minutes) => ({ value: String(minutes), label: format.duration(minutes * 60_000) }))
    case 'reply':
      return replies.map(({ id, shortcut, title }) => ({ value: id, label: `/${shortcut} ${title}` }))
  }
}

function TagsStep({
  step,
  onChange,
}: {
  step: Extract<MacroStep, { kind: 'tags' }>
  onChange: (step: MacroStep) => void
}): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const known = useKnownTags(typed)
  const field = (which: 'add' | 'remove', label: string): ReactNode => (
    <div>
      <div className={styles.label}>{label}</div>
      <TagEditor
        tags={step[which]}
        suggestions={known}
        addLabel={label}
        onType={setTyped}
        onChange={(tags) => onChange({ ...step, [which]: tags })}
      />
    </div>
  )
  return (
    <>
      {field('add', t('macros.tagsToAdd'))}
      {field('remove', t('macros.tagsToRemove'))}
    </>
  )
}
