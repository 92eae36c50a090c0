import type { Group } from '@care/contract'
import { groupWaitSeconds } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { type Overtaken, overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SettingsDialog } from '../../shared/ui/SettingsDialog.tsx'
import { MemberPicker } from '../../shared/ui/MemberPicker.tsx'
import { NameField } from '../../shared/ui/NameField.tsx'
import { NumberField, readNumber } from '../../shared/ui/NumberField.tsx'
import { type GroupFields, useSaveGroup } from './api.ts'

type Draft = Omit<GroupFields, 'waitSeconds'> & { waitSeconds: string }
const bounds = { min: groupWaitSeconds.least, max: groupWaitSeconds.most }
const typed = ({ waitSeconds, ...rest }: Partial<GroupFields>): Partial<Draft> => ({
  ...rest,
  ...(waitSeconds === undefined ? {} : { waitSeconds: String(waitSeconds) }),
})
const untyped = ({ waitSeconds, ...rest }: Partial<Draft>): Partial<GroupFields> => ({
  ...rest,
  ...(waitSeconds === undefined ? {} : { waitSeconds: Number(waitSeconds) }),
})

/** Name, members, and how long they alone are asked. */
export function GroupDialog({ group, onClose }: { group: Group | null; onClose: () => void }): ReactNode {
  const t = useT()
  const save = useSaveGroup()
  const saved: Draft = {
    name: group?.name ?? '',
    memberIds: group?.memberIds ?? [],
    waitSeconds: String(group?.waitSeconds ?? groupWaitSeconds.default),
  }
  const form = useDraft(saved, group?.version ?? 0)
  const [hasTried, setHasTried] = useState(false)
  const { draft, change } = form
  const isNameMissing = draft.name.trim() === ''
  const seconds = readNumber(draft.waitSeconds, bounds)
  const theirs = overtakenOf<GroupFields>(save.error)
  const overtaken: Overtaken<Draft> | null = theirs && { ...theirs, current: typed(theirs.current) }
  const title = group ? t('groups.edit', { name: group.name }) : t('groups.add')
  const submit = (): void => {
    setHasTried(true)
    if (isNameMissing || seconds === null || Number.isNaN(seconds) || save.isPending) return
    if (group === null) {
      const { name, memberIds } = draft
      return save.mutate({ known: null, fields: { name, memberIds, waitSeconds: seconds } }, { onSuccess: onClose })
    }
    if (Object.keys(form.patch).length === 0) return onClose()
    const known = { id: group.id, version: form.version }
    save.mutate({ known, fields: untyped(form.patch) }, { onSuccess: onClose })
  }
  const say = (field: keyof Draft, value: unknown): string => {
    if (Array.isArray(value)) return t('settings.members', { n: value.length })
    return `${t(field === 'name' ? 'groups.name' : 'groups.wait')}: ${String(value)}`
  }
  return (
    <SettingsDialog
      title={title}
      form={form}
      overtaken={overtaken}
      save={save}
      say={say}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField
        label={t('groups.name')}
        value={draft.name}
        problem={hasTried && isNameMissing ? t('groups.nameNeeded') : null}
        onChange={(name) => change({ name })}
      />
      <MemberPicker memberIds={draft.memberIds} onChange={(memberIds) => change({ memberIds })} />
      <NumberField
        label={t('groups.wait')}
        hint={t('groups.waitHint')}
        value={draft.waitSeconds}
        {...bounds}
        onChange={(waitSeconds) => change({ waitSeconds })}
      />
    </SettingsDialog>
  )
}
