import type { RequestFieldView } from '@care/contract'
import { Plus, X } from 'lucide-react'
import { type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction, LinkButton } from '../../shared/ui/Section.tsx'
import { localName } from '../../shared/words/local-name.ts'
import { freshKey, noName } from './draft.ts'
import { NameInputs } from './NameInputs.tsx'
import styles from './request-types.module.css'

type Options = RequestFieldView['options']

/** The options of a choice; one that is renamed keeps its key, so that requests keep their values. */
export function OptionInputs({
  options,
  onChange,
}: {
  options: Options
  onChange: (options: Options) => void
}): ReactNode {
  const t = useT()
  return (
    <fieldset className={styles.options}>
      <legend>{t('requestTypes.options')}</legend>
      {options.map((option, index) => (
        <div key={option.key} className={styles.option}>
          <div>
            <NameInputs
              label={t('requestTypes.option', { n: index + 1 })}
              name={option.name}
              onChange={(name) => onChange(options.with(index, { ...option, name }))}
            />
          </div>
          <IconAction
            label={t('requestTypes.remove', { name: localName(option.name, t.language) || String(index + 1) })}
            onClick={() => onChange(options.filter((one) => one !== option))}
          >
            <X size={14} aria-hidden="true" />
          </IconAction>
        </div>
      ))}
      <LinkButton onClick={() => onChange([...options, { key: freshKey(), name: noName }])}>
        <Plus size={12} aria-hidden="true" />
        {t('requestTypes.addOption')}
      </LinkButton>
    </fieldset>
  )
}
