import type { Operator } from '@care/contract'
import { type Capacity, defaultCapacity, limits, type Medium, mediumIds, type Role } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { overtakenOf, useDraft } from '../../shared/edit/useDraft.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SettingsDialog } from '../../shared/ui/SettingsDialog.tsx'
import { NameField } from '../../shared/ui/NameField.tsx'
import { NumberField, readNumber } from '../../shared/ui/NumberField.tsx'
import { SkillsField } from '../../shared/ui/SkillsField.tsx'
import { mediumWord } from '../../shared/words/medium.ts'
import { roleWord } from '../../shared/words/role.ts'
import { type OperatorFields, useEditOperator } from './api.ts'
import styles from './operators.module.css'
import { RoleField } from './RoleField.tsx'
import { accountError } from './words.ts'

/** Nobody is on two calls at once (rule 2). */
const boundsOf = (medium: Medium) => ({ min: 0, max: medium === 'call' ? 1 : 99 })

/** Name, role, places by medium, skills. An empty place is the usual number. */
export function OperatorDialog({ operator, onClose }: { operator: Operator; onClose: () => void }): ReactNode {
  const t = useT()
  const edit = useEditOperator()
  const me = useMe()
  const { name, role, capacity, skills } = operator
  const form = useDraft<OperatorFields>({ name, role, capacity, skills }, operator.version)
  const [typed, setTyped] = useState<Partial<Record<Medium, string>>>({})
  const [areSkillsWrong, setAreSkillsWrong] = useState(false)
  const { draft, change } = form
  const isNameMissing = draft.name.trim() === ''
  const isWrong = mediumIds.some((medium) => Number.isNaN(readNumber(textOf(medium), boundsOf(medium))))
  const overtaken = overtakenOf<OperatorFields>(edit.error)
  const title = t('operators.edit', { name })
  const submit = (): void => {
    if (isNameMissing || isWrong || areSkillsWrong || edit.isPending) return
    if (Object.keys(form.patch).length === 0) return onClose()
    edit.mutate({ operatorId: operator.id, version: form.version, patch: form.patch }, { onSuccess: onClose })
  }
  return (
    <SettingsDialog
      title={title}
      onLoaded={() => setTyped({})}
      form={form}
      overtaken={overtaken}
      save={edit}
      say={say}
      errorText={accountError}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameField
        label={t('operators.name')}
        value={draft.name}
        problem={isNameMissing ? t('operators.nameNeeded') : null}
        longest={limits.customerName}
        onChange={(value) => change({ name: value })}
      />
      <RoleField role={draft.role} isOwn={operator.id === me?.id} onChange={(value) => change({ role: value })} />
      <fieldset className={styles.places}>
        <legend>{t('operators.places')}</legend>
        {mediumIds.map((medium) => (
          <NumberField
            key={medium}
            label={mediumWord(t, medium)}
            hint={t('operators.usual', { n: defaultCapacity[medium] })}
            value={textOf(medium)}
            {...boundsOf(medium)}
            mayBeEmpty
            onChange={(text) => place(medium, text)}
          />
        ))}
      </fieldset>
      <SkillsField
        label={t('operators.skills')}
        hint={t('operators.skillsHint')}
        skills={draft.skills}
        most={limits.skillsPerOperator}
        onChange={(read) => {
          setAreSkillsWrong(read === null)
          if (read !== null) change({ skills: read })
        }}
      />
    </SettingsDialog>
  )
  function textOf(medium: Medium): string {
    return typed[medium] ?? String(draft.capacity[medium] ?? '')
  }
  function place(medium: Medium, text: string): void {
    setTyped({ ...typed, [medium]: text })
    const number = readNumber(text, boundsOf(medium))
    if (Number.isNaN(number)) return
    const { [medium]: _old, ...others } = draft.capacity
    change({ capacity: number === null ? others : { ...others, [medium]: number } })
  }
  function say(field: keyof OperatorFields, value: unknown): string {
    if (field === 'name') return `${t('operators.name')}: ${String(value)}`
    if (field === 'role') return `${t('operators.role')}: ${roleWord(t, value as Role)}`
    if (field === 'skills') return `${t('operators.skills')}: ${(value as string[]).join(', ') || t('common.empty')}`
    const places = Object.entries(value as Capacity).map(([medium, n]) => `${mediumWord(t, medium as Medium)} ${n}`)
    return `${t('operators.places')}: ${places.join(', ') || t('common.empty')}`
  }
}
