import type { Channel, ChannelKind } from '@care/contract'
import Dialog from '@mui/material/Dialog'
import DialogTitle from '@mui/material/DialogTitle'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useId, useState, type ReactNode } from 'react'
import { OvertakenBanner } from '../../shared/edit/OvertakenBanner.tsx'
import { type Overtaken, overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { DialogForm } from '../../shared/ui/DialogForm.tsx'
import { FieldsPart } from '../../shared/ui/FieldsPart.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { submitByKey } from '../../shared/ui/submit-by-key.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useAddChannel, useEditChannel } from './api.ts'
import styles from './channels.module.css'
import { type ChannelDraft, draftOf, problemsOf, shownFields, typedOf, type TypedSecrets, untyped } from './draft.ts'
import { HookAddress } from './HookAddress.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { SecretInput } from './SecretInput.tsx'
import { SettingInput } from './SettingInput.tsx'
import { useDraftWords } from './useDraftWords.ts'
import { kindWord } from './words.ts'

interface ChannelDialogProps {
  channel: Channel | null
  kinds: readonly ChannelKind[]
  onClose: () => void
}

/** Adding a channel: of which kind, then its form. Editing: its form. */
export function ChannelDialog({ channel, kinds, onClose }: ChannelDialogProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const [chosen, setChosen] = useState(channel?.kind ?? kinds[0]?.kind)
  const kind = kinds.find((one) => one.kind === chosen)
  const title = channel ? t('channels.edit', { name: channel.name }) : t('channels.add')
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId} onKeyDown={submitByKey}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      {kind && (
        <ChannelForm key={kind.kind} channel={channel} kind={kind} title={title} onClose={onClose}>
          {channel === null && kinds.length > 1 && (
            <TextField
              select
              label={t('channels.kind')}
              size="small"
              margin="dense"
              fullWidth
              value={kind.kind}
              onChange={(event) => setChosen(event.target.value)}
            >
              {kinds.map((one) => (
                <MenuItem key={one.kind} value={one.kind}>
                  {kindWord(t, one.kind)}
                </MenuItem>
              ))}
            </TextField>
          )}
        </ChannelForm>
      )}
    </Dialog>
  )
}

interface ChannelFormProps {
  channel: Channel | null
  kind: ChannelKind
  title: string
  onClose: () => void
  children: ReactNode
}

/** The form of a kind, drawn from its fields. What somebody else saved meanwhile is told, not overwritten. */
function ChannelForm({ channel, kind, title, onClose, children }: ChannelFormProps): ReactNode {
  const t = useT()
  const [add, edit] = [useAddChannel(), useEditChannel()]
  const form = useDraft<ChannelDraft>(draftOf(channel, kind), channel?.version ?? 0)
  const [secrets, setSecrets] = useState<TypedSecrets>({})
  const [hasTried, setHasTried] = useState(false)
  const say = useDraftWords(kind)
  const { draft, change, patch } = form
  const isSet = (id: string): boolean => channel?.secrets[id] !== undefined
  const problems = problemsOf(kind, draft, isSet, secrets)
  const isNameless = draft.name.trim() === ''
  const theirs = overtakenOf<object>(edit.error)
  const overtaken: Overtaken<ChannelDraft> | null = theirs && {
    ...theirs,
    current: typedOf(kind, theirs.current, patch),
  }
  const isPending = add.isPending || edit.isPending
  const submit = (): void => {
    setHasTried(true)
    if (isNameless || problems.size > 0 || isPending) return
    const onSuccess = (): void => {
      showToast(t(channel ? 'channels.saved' : 'channels.added', { name: draft.name.trim() }))
      onClose()
    }
    if (channel === null) {
      const fields = untyped(kind, draft, secrets)
      return add.mutate(
        { ...fields, kind: kind.kind, name: draft.name.trim(), secrets: typedOnly(secrets) },
        { onSuccess },
      )
    }
    const fields = untyped(kind, patch, secrets)
    if (Object.keys(fields).length === 0) return onClose()
    edit.mutate({ id: channel.id, version: form.version, fields }, { onSuccess })
  }
  const setSecret = (id: string, typed: string | null | undefined): void => {
    const { [id]: _before, ...others } = secrets
    setSecrets(typed === undefined ? others : { ...others, [id]: typed })
  }
  const goOn = (how: (overtaken: Overtaken<ChannelDraft>) => void) => (): void => {
    if (overtaken) how(overtaken)
    edit.reset()
  }
  return (
    <DialogForm
      label={title}
      send={t('common.save')}
      isDisabled={isPending || overtaken !== null}
      error={overtaken ? null : (add.error ?? edit.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {overtaken && (
        <OvertakenBanner overtaken={overtaken} say={say} onLoad={goOn(form.takeTheirs)} onKeep={goOn(form.keepMine)} />
      )}
      {children}
      <TextField
        label={t('channels.name')}
        value={draft.name}
        size="small"
        margin="dense"
        required
        inputRef={focusHere}
        error={hasTried && isNameless}
        helperText={hasTried && isNameless ? t('channels.nameNeeded') : t('channels.nameHint')}
        onChange={(event) => change({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100, autoComplete: 'off', dir: 'auto' } }}
      />
      {kind.takesIn && <PlaceFields draft={draft} change={change} />}
      <FieldsPart title={t('channels.otherSide')}>
        {channel?.hookPath && <HookAddress path={channel.hookPath} />}
        {shownFields(kind, draft).map((field) =>
          field.kind === 'secret' ? (
            <SecretInput
              key={field.id}
              kind={kind.kind}
              field={field}
              isSet={isSet(field.id)}
              typed={secrets[field.id]}
              isMissing={hasTried && problems.has(field.id)}
              onChange={(typed) => setSecret(field.id, typed)}
            />
          ) : (
            <SettingInput
              key={field.id}
              kind={kind.kind}
              field={field}
              value={draft[`settings.${field.id}`] ?? ''}
              problem={hasTried ? (problems.get(field.id) ?? null) : null}
              onChange={(value) => change({ [`settings.${field.id}`]: value })}
            />
          ),
        )}
      </FieldsPart>
      {hasTried && problems.size > 0 && (
        <p role="alert" className={styles.problem}>
          {t('channels.checkFields')}
        </p>
      )}
    </DialogForm>
  )
}

const typedOnly = (secrets: TypedSecrets): Record<string, string> =>
  Object.fromEntries(Object.entries(secrets).filter((entry): entry is [string, string] => entry[1] !== null))
