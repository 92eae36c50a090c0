import type { HistoryKind } from '@care/contract'
import type { ReactNode } from 'react'
import { usePeople } from '../../shared/fields/usePeople.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { SelectField } from '../../shared/ui/SelectField.tsx'
import type { HistoryFilter } from './api.ts'
import { PropGrid } from '../../shared/ui/PropGrid.tsx'

const all = '-'
const historyKinds: readonly HistoryKind[] = ['stage', 'fields', 'assignment', 'activity', 'comment']

/** Narrows the history to one kind of changes, or to what one operator did. */
export function HistoryFilters({
  filter,
  onChange,
}: {
  filter: HistoryFilter
  onChange: (filter: HistoryFilter) => void
}): ReactNode {
  const t = useT()
  const people = usePeople(true)
  const set = (part: 'kind' | 'operatorId', value: string): void => {
    const { [part]: _, ...rest } = filter
    onChange(value === all ? rest : { ...rest, [part]: value })
  }
  const kindWord = (kind: HistoryKind | typeof all): string =>
    kind === all ? t('requestMore.allKinds') : t(`requestMore.kinds.${kind}`)
  return (
    <PropGrid>
      <SelectField
        label={t('requestMore.kind')}
        value={filter.kind ?? all}
        shown={kindWord(filter.kind ?? all)}
        options={[all, ...historyKinds].map((kind) => ({ value: kind, label: kindWord(kind as HistoryKind) }))}
        onSelect={(kind) => set('kind', kind)}
      />
      <SelectField
        label={t('requestMore.person')}
        value={filter.operatorId ?? all}
        shown={filter.operatorId ? people.nameOf(filter.operatorId) : t('requestMore.everybody')}
        options={[
          { value: all, label: t('requestMore.everybody') },
          ...people.choices.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onSelect={(id) => set('operatorId', id)}
      />
    </PropGrid>
  )
}
