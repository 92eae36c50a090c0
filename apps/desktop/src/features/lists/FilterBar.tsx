/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a fieldset cannot be a row of chips in every browser */
import type { RequestFilter } from '@care/contract'
import { ListFilter, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MenuButton } from '../../shared/ui/MenuButton.tsx'
import { fieldIds, fields, type FieldId, usedFields, withField } from './fields.ts'
import { FilterChip } from './FilterChip.tsx'
import styles from './lists.module.css'
import { useFilterWords } from './useFilterWords.ts'

interface FilterBarProps {
  filter: RequestFilter
  onFilter: (filter: RequestFilter) => void
  children: ReactNode
}

/** What the list is narrowed to: a chip for each field, and a menu of those that are not set. */
export function FilterBar({ filter, onFilter, children }: FilterBarProps): ReactNode {
  const t = useT()
  const wordsOf = useFilterWords(filter)
  // One that has just been added opens by itself; without a value it goes again.
  const [added, setAdded] = useState<FieldId | null>(null)
  const used = usedFields(filter)
  const shown = added === null || used.includes(added) ? used : [...used, added]
  const add = (id: FieldId): void => {
    if (fields[id] === 'flag') onFilter(withField(filter, 'isVip', true))
    else setAdded(id)
  }
  return (
    <div className={styles.filters}>
      <div role="group" aria-label={t('lists.filters')} className={styles.chips}>
        <ListFilter size={16} aria-hidden="true" />
        {shown.map((id) => (
          <FilterChip
            key={id}
            id={id}
            filter={filter}
            words={wordsOf(id)}
            isNew={id === added}
            onFilter={onFilter}
            onClosed={() => setAdded(null)}
          />
        ))}
        <MenuButton
          label={t('lists.addFilter')}
          id="add-filter"
          opener={(opener) => (
            <button type="button" className={styles.flat} {...opener}>
              <Plus size={14} aria-hidden="true" />
              {t('lists.addFilter')}
            </button>
          )}
          choices={fieldIds
            .filter((id) => filter[id] === undefined)
            .map((id) => ({ key: id, label: t(`lists.fields.${id}`), onChoose: () => add(id) }))}
        />
        {used.length > 0 && (
          <button type="button" className={styles.flat} data-tone="link" onClick={() => onFilter({})}>
            {t('lists.clear')}
          </button>
        )}
      </div>
      {children}
    </div>
  )
}
