import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { foldText, limits } from '@care/domain'
import { call } from '../../shared/api/client.ts'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import type { FieldId } from './fields.ts'
import styles from './lists.module.css'
import type { Choice } from './useChoices.ts'
import { useFilterWords } from './useFilterWords.ts'

interface FindEditorProps {
  id: FieldId
  values: readonly string[]
  onValues: (values: string[]) => void
  onDone: () => void
}

/** Values that are found by typing: tags, customers, companies. Those chosen stand below with a mark. */
export function FindEditor({ id, values, onValues, onDone }: FindEditorProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  const search = words.trim()
  const found = useFound(id, search)
  const wordsOf = useFilterWords(
    id === 'companyId' ? { companyId: [...values] } : id === 'customerId' && values[0] ? { customerId: values[0] } : {},
  )
  const nameOf = (value: string): string => (id === 'tag' ? value : values.length === 1 ? wordsOf(id).text : value)
  const chosen = values.map((value) => ({
    value,
    label: found.find((one) => one.value === value)?.label ?? nameOf(value),
  }))
  const shown = [...chosen, ...found.filter(({ value }) => !values.includes(value))]
  const toggle = (value: string): void =>
    onValues(
      values.includes(value)
        ? values.filter((one) => one !== value)
        : id === 'customerId'
          ? [value]
          : [...values, value],
    )
  return (
    <div className={styles.editor}>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popup was opened to type here
        autoFocus
        type="search"
        className={styles.field}
        value={words}
        dir="auto"
        maxLength={limits.search}
        aria-label={t(`lists.fields.${id}`)}
        placeholder={t('lists.typeToFind')}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          const [first] = found
          if (first && search !== '') toggle(first.value)
          else onDone()
          setWords('')
        }}
      />
      <div className={styles.choices}>
        {shown.map(({ value, label }) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" checked={values.includes(value)} onChange={() => toggle(value)} />
            <span className="ell" dir="auto">
              {label}
            </span>
          </label>
        ))}
        {shown.length === 0 && search !== '' && <p className={styles.none}>{t('lists.noValue')}</p>}
      </div>
    </div>
  )
}

/** What fits the words that were typed; nothing for nothing. */
function useFound(id: FieldId, search: string): readonly Choice[] {
  const hasRested = useLater(search !== '', 150)
  const { data } = useQuery({
    queryKey: ['lists', 'find', id, search],
    queryFn: async (): Promise<Choice[]> => {
      if (id === 'tag') {
        const { items } = await call('suggestTags', { query: { search } })
        const folded = items.map(foldText)
        // One that is on older requests only is not suggested, and can be looked for all the same.
        const isKnown = folded.includes(foldText(search)) || search.length > limits.tag
        const all = isKnown ? items : [...items, search]
        return all.map((tag) => ({ value: tag, label: tag }))
      }
      if (id === 'companyId') {
        const { items } = await call('suggestCompanies', { query: { search } })
        return items.map((company) => ({ value: company.id, label: company.name }))
      }
      const { items } = await call('listCustomers', { query: { search, limit: 10 } })
      return items.map((customer) => ({ value: customer.id, label: customer.name || customer.email || customer.phone }))
    },
    enabled: hasRested,
    placeholderData: keepPreviousData,
  })
  return search === '' ? [] : (data ?? [])
}
