import { limits, strategies } from '@care/domain'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { calendarsQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { FieldsPart } from '../../shared/ui/FieldsPart.tsx'
import { NumberField } from '../../shared/ui/NumberField.tsx'
import { SkillsField } from '../../shared/ui/SkillsField.tsx'
import { bounds, mayBeEmpty, type NumberName } from './draft.ts'
import type { PartProps } from './QueueDialog.tsx'

/** A number of the queue with its words. */
export function QueueNumber({
  name,
  draft,
  change,
}: Pick<PartProps, 'draft' | 'change'> & { name: NumberName }): ReactNode {
  const t = useT()
  return (
    <NumberField
      label={t(`queues.fields.${name}`)}
      hint={t(`queues.hints.${name}`)}
      value={draft[name]}
      {...bounds[name]}
      mayBeEmpty={mayBeEmpty(name)}
      onChange={(typed) => change({ [name]: typed })}
    />
  )
}

/** Who gets the work of the queue, when, and how long it rings (rules 14, 16). */
export function RoutingFields({
  draft,
  change,
  onSkills,
}: PartProps & { onSkills: (areWrong: boolean) => void }): ReactNode {
  const t = useT()
  const calendars = useQuery(calendarsQuery).data ?? []
  return (
    <FieldsPart title={t('queues.routing')}>
      <TextField
        select
        size="small"
        label={t('queues.fields.strategy')}
        value={draft.strategy}
        helperText={t(`queues.strategyHints.${draft.strategy}`)}
        onChange={(event) => change({ strategy: event.target.value as typeof draft.strategy })}
      >
        {strategies.map((strategy) => (
          <MenuItem key={strategy} value={strategy}>
            {t(`queues.strategies.${strategy}`)}
          </MenuItem>
        ))}
      </TextField>
      <QueueNumber name="offerSeconds" draft={draft} change={change} />
      <SkillsField
        label={t('queues.fields.skills')}
        hint={t('queues.hints.skills')}
        skills={draft.skills}
        most={limits.skillsNeeded}
        onChange={(skills) => {
          onSkills(skills === null)
          if (skills !== null) change({ skills })
        }}
      />
      <QueueNumber name="relaxSkillsSeconds" draft={draft} change={change} />
      <TextField
        select
        size="small"
        label={t('queues.fields.calendarId')}
        value={calendars.some(({ id }) => id === draft.calendarId) ? draft.calendarId : ''}
        helperText={t('queues.hints.calendarId')}
        onChange={(event) => change({ calendarId: event.target.value === '' ? null : event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('queues.alwaysOpen')}</MenuItem>
        {calendars.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <QueueNumber name="wrapUpSeconds" draft={draft} change={change} />
    </FieldsPart>
  )
}
