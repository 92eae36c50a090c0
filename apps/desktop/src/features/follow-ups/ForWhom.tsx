import type { ComponentType, ReactNode } from 'react'
import { useCustomer } from '../../shared/entities/customer.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './follow-ups.module.css'

type Picked = { customerId: string; name: string } | { newCustomer: object }
/** The customer feature's picker; app/ hands it in, since features do not know each other. */
export type Picker = ComponentType<{
  picked: { customerId: string; name: string } | null
  onPick: (picked: Picked | null) => void
  hasTried: boolean
  onlyKnown?: boolean
}>

interface ForWhomProps {
  Picker: Picker
  customerId: string | null
  onPick: (customerId: string | null) => void
  hasTried: boolean
}

/** The customer a new one is for: who is on the screen, or one that is looked for. */
export function ForWhom({ Picker, customerId, onPick, hasTried }: ForWhomProps): ReactNode {
  const t = useT()
  const customer = useCustomer(customerId).data
  return (
    <fieldset className={styles.whom}>
      <legend>{t('followUps.customer')}</legend>
      <Picker
        picked={customerId === null ? null : { customerId, name: customer?.name ?? '' }}
        onPick={(picked) => onPick(picked && 'customerId' in picked ? picked.customerId : null)}
        hasTried={hasTried}
        onlyKnown
      />
      {hasTried && customerId === null && (
        <p role="alert" className={styles.problem}>
          {t('followUps.customerNeeded')}
        </p>
      )}
    </fieldset>
  )
}
