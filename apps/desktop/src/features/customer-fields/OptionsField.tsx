import type { CustomerField } from '@care/contract'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { TagEditor } from '../../shared/ui/TagEditor.tsx'

type Option = { key?: string; name: string }
interface OptionsFieldProps {
  options: CustomerField['options'] | readonly Option[]
  onChange: (options: Option[]) => void
}

/** Options of a choice; those that stay keep their keys, so that customers keep their values. */
export function OptionsField({ options, onChange }: OptionsFieldProps): ReactNode {
  const t = useT()
  const known: readonly Option[] = options
  return (
    <TagEditor
      tags={options.map(({ name }) => name)}
      addLabel={t('customerFields.addOption')}
      onChange={(names) => {
        // The last one stays: a choice of nothing is none.
        if (names.length > 0) onChange(names.map((name) => known.find((option) => option.name === name) ?? { name }))
      }}
      suggestions={[]}
      onType={() => undefined}
    />
  )
}
