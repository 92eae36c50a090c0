import type { Customer } from '@care/contract'
import { languages, type Language } from '@care/contract/wire'
import { limits, shownName } from '@care/domain'
import { useId, useState, type ComponentType, type ReactNode } from 'react'
import { asText } from '../../shared/edit/as-text.ts'
import { FieldConflicts, type FieldWords } from '../../shared/edit/FieldConflicts.tsx'
import { useBoundFields } from '../../shared/edit/useBoundFields.ts'
import { useFieldEdits } from '../../shared/edit/useFieldEdits.ts'
import { useLater } from '../../shared/hooks/useLater.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../shared/ui/Avatar.tsx'
import { InlineField } from '../../shared/ui/InlineField.tsx'
import { PropGrid } from '../../shared/ui/PropGrid.tsx'
import { SelectField } from '../../shared/ui/SelectField.tsx'
import { customerEditor, fieldOf, useCompanySuggestions } from './api.ts'
import styles from './customer.module.css'
import { languageName } from './language-name.ts'
import { knownTimeZones } from './local-time.ts'
import type { CustomerMoreProps } from './more/CustomerMore.tsx'
import { useLocalTime } from './useLocalTime.ts'
import { useProblemWords } from './useProblemWords.ts'
import { emailProblem, nameProblem, phoneProblem } from './validate.ts'
import { VipToggle } from './VipToggle.tsx'

const noLanguage = 'none'

/** Name, mark, local time and the values of one customer; each is a button that turns into a field. */
export function CustomerCard({
  customer,
  More,
}: {
  customer: Customer
  /** What it shows besides; null where it could not be fetched. */
  More: ComponentType<CustomerMoreProps> | null
}): ReactNode {
  const t = useT()
  const cardId = useId()
  const edits = useFieldEdits('customer', customer.id, customerEditor)
  const bind = useBoundFields(edits, customer, fieldOf)
  const isReadOnly = !customer.abilities.edit
  const check = useProblemWords()
  const text = (field: string) => ({ ...bind(field), value: asText(bind(field).value), isReadOnly })
  const name = shownName(
    { name: text('name').value, email: text('email').value, phone: text('phone').value },
    t('common.unknownCustomer'),
  )
  const language = bind('language')
  const zone = text('timeZone')
  const vip = bind('isVip')
  const sayLanguage = (value: unknown): string =>
    typeof value === 'string' ? languageName(t.language, value) : t('customer.noLanguage')
  const words: FieldWords = {
    name: { label: t('customer.name'), say: asText },
    email: { label: t('customer.email'), say: (value) => asText(value) || t('common.empty') },
    phone: { label: t('customer.phone'), say: (value) => asText(value) || t('common.empty') },
    companyName: { label: t('customer.company'), say: (value) => asText(value) || t('common.empty') },
    language: { label: t('customer.language'), say: sayLanguage },
    timeZone: { label: t('customer.timeZone'), say: (value) => asText(value) || t('customer.noTimeZone') },
    isVip: { label: t('customer.vip'), say: (value) => t(value === true ? 'customer.isVip' : 'customer.isNotVip') },
  }
  return (
    <>
      <div className={styles.head}>
        <Avatar id={customer.id} name={name} size={36} />
        <div className={styles.who}>
          <div className={styles.name}>
            <InlineField
              {...text('name')}
              look="title"
              label={t('customer.name')}
              placeholder={name}
              limit={limits.customerName}
              check={check(nameProblem)}
            />
            <VipToggle isVip={vip.value === true} isReadOnly={isReadOnly} onChange={vip.onSave} />
          </div>
          <TimeZoneField {...zone} onSave={(value) => zone.onSave(value === '' ? null : value)} />
        </div>
      </div>
      <PropGrid>
        <FieldConflicts edits={edits} fields={words} />
        <InlineField
          {...text('email')}
          id={`${cardId}email`}
          type="email"
          label={t('customer.email')}
          limit={limits.email}
          check={check(emailProblem)}
        />
        <InlineField
          {...text('phone')}
          id={`${cardId}phone`}
          type="tel"
          label={t('customer.phone')}
          limit={limits.phone}
          check={check(phoneProblem)}
        />
        <CompanyField {...text('companyName')} check={check(nameProblem)} />
        <SelectField
          {...language}
          label={t('customer.language')}
          value={(language.value as Language | null) ?? noLanguage}
          shown={sayLanguage(language.value)}
          isEmpty={language.value === null}
          isReadOnly={isReadOnly}
          options={[noLanguage, ...languages].map((key) => ({
            value: key,
            label: sayLanguage(key === noLanguage ? null : key),
          }))}
          onSelect={(key) => language.onSave(key === noLanguage ? null : key)}
        />
      </PropGrid>
      {More && <More customer={customer} onEdit={(field) => document.getElementById(cardId + field)?.click()} />}
    </>
  )
}

type TextField = Omit<React.ComponentProps<typeof InlineField>, 'label'>

function CompanyField(props: TextField): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  // Asked when the typing rests, not at each letter.
  const hasRested = useLater(typed !== null, 150)
  const { data } = useCompanySuggestions(typed ?? '', hasRested && typed !== '')
  return (
    <InlineField
      {...props}
      label={t('customer.company')}
      limit={limits.customerName}
      suggestions={data ?? []}
      onType={setTyped}
    />
  )
}

function TimeZoneField(props: TextField): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const words = typed.trim().toLowerCase().replaceAll(' ', '_')
  const fitting = words === '' ? [] : knownTimeZones().filter((zone) => zone.toLowerCase().includes(words))
  const check = (value: string): string | null =>
    value === '' || knownTimeZones().includes(value) ? null : t('customer.notTimeZone')
  return (
    <InlineField
      {...props}
      label={t('customer.timeZone')}
      look="small"
      shown={useLocalTime(props.value)}
      placeholder={t('customer.setTimeZone')}
      suggestions={fitting}
      onType={setTyped}
      check={check}
    />
  )
}
