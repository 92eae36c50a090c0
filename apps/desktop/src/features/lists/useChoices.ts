import { mediumIds, priorities, stageCategories } from '@care/domain'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../shared/api/client.ts'
import { useMe } from '../../shared/entities/me.ts'
import { operatorsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { mediumWord } from '../../shared/words/medium.ts'
import { priorityWord } from '../../shared/words/priority.ts'
import type { FieldId } from './fields.ts'

export interface Choice {
  value: string
  label: string
}
const unique = (choices: readonly Choice[]): Choice[] => [...new Map(choices.map((one) => [one.value, one])).values()]

/** What may be chosen for a field that has a list of values; undefined while it loads. */
export function useChoices(): (field: FieldId) => readonly Choice[] | undefined {
  const t = useT()
  const format = useFormat()
  const me = useMe()
  const queues = useQuery(queuesQuery).data
  const operators = useQuery(operatorsQuery).data
  const types = useQuery(requestTypesQuery).data
  const locations = useQuery({
    queryKey: ['locations'],
    queryFn: () => call('listLocations').then(({ items }) => items),
    retry: false,
  }).data
  const named = (items: readonly { id: string; name: string }[] | undefined): Choice[] | undefined =>
    items?.map(({ id, name }) => ({ value: id, label: name })).toSorted((a, b) => format.compare(a.label, b.label))
  const keyed = (items: ReadonlyArray<{ key: string; name: Parameters<typeof localName>[0] }>): Choice[] =>
    unique(items.map(({ key, name }) => ({ value: key, label: localName(name, t.language) })))
  return (field) => {
    switch (field) {
      case 'state':
        return (['open', 'closed'] as const).map((value) => ({ value, label: t(`lists.states.${value}`) }))
      case 'category':
        return stageCategories.map((value) => ({ value, label: t(`lists.categories.${value}`) }))
      case 'due':
        return (['overdue', 'today', 'none'] as const).map((value) => ({ value, label: t(`lists.due.${value}`) }))
      case 'priority':
        return priorities.toReversed().map((value) => ({ value, label: priorityWord(t, value) }))
      case 'medium':
        return mediumIds.map((value) => ({ value, label: mediumWord(t, value) }))
      case 'queueId':
        return named(queues)
      case 'typeId':
        return named(types)
      case 'locationId':
        return named(locations)
      case 'assigneeId':
        return (
          operators && [
            { value: 'me', label: t('lists.me') },
            { value: 'nobody', label: t('request.nobody') },
            ...(named(operators.filter(({ id, isActive }) => isActive && id !== me?.id)) ?? []),
          ]
        )
      case 'stage':
        return types && keyed(types.flatMap(({ stages }) => stages))
      case 'outcome':
        return types && keyed(types.flatMap(({ outcomes }) => outcomes))
      default:
        return undefined
    }
  }
}
