import { useQuery } from '@tanstack/react-query'
import { operatorsQuery } from '../entities/workspace-lists.ts'
import { useFormat } from '../i18n/useFormat.ts'
import { namesApart } from '../words/tell-apart.ts'

interface People {
  /** Who may be chosen, by name; the email stands beside a name that several have. */
  choices: { id: string; name: string }[]
  nameOf: (operatorId: string) => string
}

/** The operators that a person field may name; asked for only when there is such a field. */
export function usePeople(isNeeded: boolean): People {
  const format = useFormat()
  const operators = useQuery({ ...operatorsQuery, enabled: isNeeded }).data ?? []
  const nameOf = namesApart(operators)
  return {
    choices: operators
      .filter(({ isActive }) => isActive)
      .toSorted((a, b) => format.compare(a.name, b.name) || format.compare(a.email, b.email))
      .map((one) => ({ id: one.id, name: nameOf(one) })),
    nameOf: (operatorId) => operators.find(({ id }) => id === operatorId)?.name ?? '…',
  }
}
