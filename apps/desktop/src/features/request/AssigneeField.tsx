import type { RequestDetails } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useCan, useMe } from '../../shared/entities/me.ts'
import { useAssignRequest } from '../../shared/entities/request.ts'
import { operatorsQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SelectField } from '../../shared/ui/SelectField.tsx'
import { tellApart } from '../../shared/words/tell-apart.ts'

const toQueue = '\u0000queue'

/** Whose request it is. Oneself and the queue for everybody who may change it, any colleague with requests.assign. */
export function AssigneeField({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const mayGive = useCan('requests.assign')
  const [isWanted, setIsWanted] = useState(false)
  const operators = useQuery({ ...operatorsQuery, enabled: isWanted && mayGive }).data
  const assign = useAssignRequest(request.id)
  const assignee = request.assignee
  const wanted = assign.isPending ? (assign.variables ?? null) : (assignee?.id ?? null)
  const people =
    mayGive && operators ? operators.filter(({ isActive }) => isActive) : me ? [{ id: me.id, name: me.name }] : []
  const nameOf = (id: string | null): string => {
    if (id === null) return t('request.nobody')
    if (id === me?.id) return t('common.you')
    return people.find((person) => person.id === id)?.name ?? assignee?.name ?? t('request.nobody')
  }
  const mark = tellApart(operators ?? [])
  const labelOf = (person: { id: string; name: string; email?: string }): string => {
    const email = person.email === undefined ? null : mark({ name: person.name, email: person.email })
    return email === null ? nameOf(person.id) : `${nameOf(person.id)} · ${email}`
  }
  const options = [
    ...people
      .map((person) => ({ value: person.id, label: labelOf(person) }))
      .toSorted((a, b) => format.compare(a.label, b.label)),
    // Rule 7: without a queue it needs its assignee. Others than a dispatcher may give back only their own.
    ...(request.queue && assignee && (mayGive || assignee.id === me?.id)
      ? [{ value: toQueue, label: t('request.backToQueue') }]
      : []),
  ]
  return (
    <SelectField
      label={t('request.assignee')}
      value={wanted}
      shown={nameOf(wanted)}
      isEmpty={wanted === null}
      options={options}
      onOpen={() => setIsWanted(true)}
      onSelect={(id) => assign.mutate(id === toQueue ? null : id)}
      isReadOnly={!request.abilities.assign}
      error={assign.error ? errorText(t, assign.error) : null}
    />
  )
}
