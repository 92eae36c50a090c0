import type { Queue } from '@care/contract'
import { useState, type ReactNode } from 'react'
import { type Overtaken, overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SettingsDialog } from '../../shared/ui/SettingsDialog.tsx'
import { MemberPicker } from '../../shared/ui/MemberPicker.tsx'
import { NameField } from '../../shared/ui/NameField.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useSaveQueue } from './api.ts'
import { draftOf, type QueueDraft, type QueueFields, typed, untyped, wrongFields } from './draft.ts'
import { OverflowFields } from './OverflowFields.tsx'
import { PromiseFields } from './PromiseFields.tsx'
import styles from './queues.module.css'
import { RecordingFields } from './RecordingFields.tsx'
import { RoutingFields } from './RoutingFields.tsx'
import { useFieldWords } from './useFieldWords.ts'

export interface PartProps {
  draft: QueueDraft
  queues: readonly Queue[]
  queueId: string | null
  change: (part: Partial<QueueDraft>) => void
}

interface QueueDialogProps {
  queue: Queue | null
  queues: readonly Queue[]
  onClose: () => void
}

/** Everything that a queue says, each with what it does. What somebody else saved meanwhile is told, not overwritten. */
export function QueueDialog({ queue, queues, onClose }: QueueDialogProps): ReactNode {
  const t = useT()
  const save = useSaveQueue()
  const form = useDraft<QueueDraft>(draftOf(queue), queue?.version ?? 0)
  const [areSkillsWrong, setAreSkillsWrong] = useState(false)
  const [hasTried, setHasTried] = useState(false)
  const say = useFieldWords(queues)
  const { draft, change } = form
  const wrong = wrongFields(draft)
  const theirs = overtakenOf<QueueFields>(save.error)
  const overtaken: Overtaken<QueueDraft> | null = theirs && { ...theirs, current: typed(theirs.current as QueueFields) }
  const title = queue ? t('queues.edit', { name: queue.name }) : t('queues.add')
  const submit = (): void => {
    setHasTried(true)
    if (wrong.length > 0 || areSkillsWrong || save.isPending) return
    const onSuccess = (): void => {
      showToast(t('queues.saved'))
      onClose()
    }
    if (queue === null) return save.mutate({ known: null, fields: untyped(draft) }, { onSuccess })
    if (Object.keys(form.patch).length === 0) return onClose()
    save.mutate({ known: { id: queue.id, version: form.version }, fields: untyped(form.patch) }, { onSuccess })
  }
  const part = { draft, queues, queueId: queue?.id ?? null, change }
  return (
    <SettingsDialog
      title={title}
      width="sm"
      form={form}
      overtaken={overtaken}
      save={save}
      say={say}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField
        label={t('queues.name')}
        value={draft.name}
        problem={hasTried && wrong.includes('name') ? t('queues.nameNeeded') : null}
        hint={t('queues.nameHint')}
        onChange={(name) => change({ name })}
      />
      <MemberPicker memberIds={draft.memberIds} onChange={(memberIds) => change({ memberIds })} />
      <RoutingFields {...part} onSkills={setAreSkillsWrong} />
      <PromiseFields {...part} />
      <OverflowFields {...part} isIncomplete={hasTried && wrong.includes('overflow')} />
      <RecordingFields {...part} />
      {hasTried && wrong.length > 0 && (
        <p role="alert" className={styles.problem}>
          {t('queues.checkFields')}
        </p>
      )}
    </SettingsDialog>
  )
}
