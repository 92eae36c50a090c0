import type { Site } from '@care/contract'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactNode } from 'react'
import { OvertakenBanner } from '../../shared/edit/OvertakenBanner.tsx'
import { type Overtaken, overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { isInUse, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { type SiteFields, useSaveSite } from './api.ts'
import { readOrigins } from './origins.ts'

type Draft = Omit<SiteFields, 'allowedOrigins'> & { allowedOrigins: string }

const typed = ({ allowedOrigins, ...rest }: Partial<SiteFields>): Partial<Draft> => ({
  ...rest,
  ...(allowedOrigins === undefined ? {} : { allowedOrigins: allowedOrigins.join('\n') }),
})
const draftOf = (site: Site | null): Draft => ({
  name: site?.name ?? '',
  allowedOrigins: site?.allowedOrigins.join('\n') ?? '',
  queueId: site?.queueId ?? '',
  hasPreChat: site?.hasPreChat ?? true,
  offersCalls: site?.offersCalls ?? false,
  historyNeedsIdentity: site?.historyNeedsIdentity ?? false,
})
const choices = ['hasPreChat', 'offersCalls', 'historyNeedsIdentity'] as const

/** Name, pages, queue, and what the widget offers there. */
export function SiteDialog({ site, onClose }: { site: Site | null; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  const save = useSaveSite()
  const form = useDraft(draftOf(site), site?.version ?? 0)
  const [hasTried, setHasTried] = useState(false)
  const { draft } = form
  const origins = readOrigins(draft.allowedOrigins)
  const theirs = overtakenOf<SiteFields>(save.error)
  const overtaken: Overtaken<Draft> | null = theirs && { ...theirs, current: typed(theirs.current) }
  const title = site ? t('sites.edit', { name: site.name }) : t('sites.add')
  const submit = (): void => {
    setHasTried(true)
    if (draft.name.trim() === '' || draft.queueId === '' || origins === null || save.isPending) return
    const onSuccess = onClose
    if (site === null) return save.mutate({ known: null, fields: { ...draft, allowedOrigins: origins } }, { onSuccess })
    const { allowedOrigins, ...rest } = form.patch
    const fields = { ...rest, ...(allowedOrigins === undefined ? {} : { allowedOrigins: origins }) }
    if (Object.keys(fields).length === 0) return onClose()
    save.mutate({ known: { id: site.id, version: form.version }, fields }, { onSuccess })
  }
  const resolve = (take: (overtaken: Overtaken<Draft>) => void) => (): void => {
    if (overtaken) take(overtaken)
    save.reset()
  }
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogForm
        label={title}
        send={t('common.save')}
        isDisabled={save.isPending || overtaken !== null}
        error={overtaken ? null : save.error}
        onSubmit={submit}
        onClose={onClose}
      >
        {overtaken && (
          <OvertakenBanner
            overtaken={overtaken}
            say={(field, value) => `${t(`sites.${field}`)}: ${String(value)}`}
            onLoad={resolve(form.takeTheirs)}
            onKeep={resolve(form.keepMine)}
          />
        )}
        <SiteInputs draft={draft} change={form.change} hasTried={hasTried} isOriginWrong={origins === null} />
      </DialogForm>
    </Dialog>
  )
}

interface InputsProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
  hasTried: boolean
  isOriginWrong: boolean
}

function SiteInputs({ draft, change, hasTried, isOriginWrong }: InputsProps): ReactNode {
  const t = useT()
  const queues = useQuery(queuesQuery).data?.filter((queue) => isInUse(queue) || queue.id === draft.queueId) ?? []
  const isNameMissing = hasTried && draft.name.trim() === ''
  const isQueueMissing = hasTried && draft.queueId === ''
  const isWrong = hasTried && isOriginWrong
  return (
    <>
      <TextField
        label={t('sites.name')}
        value={draft.name}
        size="small"
        margin="dense"
        inputRef={focusHere}
        error={isNameMissing}
        helperText={isNameMissing ? t('sites.nameNeeded') : null}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
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
