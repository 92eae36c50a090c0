import { limits } from '@care/domain'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isInUse, locationsQuery, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { NameField } from '../../shared/ui/NameField.tsx'
import { SkillsField } from '../../shared/ui/SkillsField.tsx'
import { languageNames } from '../../shared/words/language-names.ts'
import { ColourField } from './ColourField.tsx'
import type { SiteDraft } from './draft.ts'

const choices = ['hasPreChat', 'offersCalls', 'historyNeedsIdentity'] as const

export interface InputsProps {
  draft: SiteDraft
  change: (part: Partial<SiteDraft>) => void
  hasTried: boolean
  isOriginWrong: boolean
  onSkills: (areWrong: boolean) => void
}

/** The fields of a site; what is wrong is said once one has tried to save. */
export function SiteInputs({ draft, change, hasTried, isOriginWrong, onSkills }: InputsProps): ReactNode {
  const t = useT()
  const queues = useQuery(queuesQuery).data?.filter((queue) => isInUse(queue) || queue.id === draft.queueId) ?? []
  const isNameMissing = hasTried && draft.name.trim() === ''
  const isQueueMissing = hasTried && draft.queueId === ''
  const isWrong = hasTried && isOriginWrong
  return (
    <>
      <NameField
        label={t('sites.name')}
        value={draft.name}
        problem={isNameMissing ? t('sites.nameNeeded') : null}
        onChange={(name) => change({ name })}
      />
      <TextField
        select
        label={t('sites.queueId')}
        size="small"
        margin="dense"
        value={queues.some(({ id }) => id === draft.queueId) ? draft.queueId : ''}
        error={isQueueMissing}
        helperText={isQueueMissing ? t('sites.queueNeeded') : null}
        onChange={(event) => change({ queueId: event.target.value })}
      >
        {queues.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <SkillsField
        label={t('sites.skills')}
        hint={t('sites.skillsHint')}
        skills={draft.skills}
        most={limits.skillsNeeded}
        onChange={(skills) => {
          onSkills(skills === null)
          if (skills !== null) change({ skills })
        }}
      />
      <TextField
        label={t('sites.allowedOrigins')}
        value={draft.allowedOrigins}
        size="small"
        margin="dense"
        multiline
        minRows={2}
        error={isWrong}
        helperText={t(isWrong ? 'sites.originsWrong' : 'sites.originsHint')}
        onChange={(event) => change({ allowedOrigins: event.target.value })}
        slotProps={{ htmlInput: { spellCheck: false, dir: 'ltr' } }}
      />
      <LookInputs draft={draft} change={change} />
      {choices.map((choice) => (
        <FormControlLabel
          key={choice}
          control={<Checkbox size="small" checked={draft[choice]} />}
          label={t(`sites.${choice}`)}
          onChange={(_, isOn) => change({ [choice]: isOn })}
        />
      ))}
    </>
  )
}

/** Colour and language of its widget, and where the requests belong. */
function LookInputs({ draft, change }: Pick<InputsProps, 'draft' | 'change'>): ReactNode {
  const t = useT()
  const locations = useQuery(locationsQuery).data?.filter((one) => isInUse(one) || one.id === draft.locationId) ?? []
  return (
    <>
      <ColourField colour={draft.colour} onChange={(colour) => change({ colour })} />
      <TextField
        select
        label={t('sites.language')}
        size="small"
        margin="dense"
        value={draft.language}
        helperText={t('sites.languageHint')}
        onChange={(event) => change({ language: event.target.value as SiteDraft['language'] })}
      >
        {Object.entries(languageNames).map(([language, name]) => (
          <MenuItem key={language} value={language} lang={language}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {(locations.length > 0 || draft.locationId !== null) && (
        <TextField
          select
          label={t('sites.locationId')}
          size="small"
          margin="dense"
          value={locations.some(({ id }) => id === draft.locationId) ? draft.locationId : ''}
          helperText={t('sites.locationHint')}
          onChange={(event) => change({ locationId: event.target.value === '' ? null : event.target.value })}
        >
          <MenuItem value="">{t('common.empty')}</MenuItem>
          {locations.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {name}
            </MenuItem>
          ))}
        </TextField>
      )}
    </>
  )
}
