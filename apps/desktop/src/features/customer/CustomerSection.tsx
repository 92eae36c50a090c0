import type { Customer } from '@care/contract'
import { ChevronRight } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCustomer } from '../../shared/entities/customer.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { onceFetched, usePart } from '../../shared/ui/on-demand.tsx'
import { LinkButton, Section } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import styles from './customer.module.css'
import { CustomerCard } from './CustomerCard.tsx'
import { useCustomerFields, useHints } from './more/api.ts'

const more = onceFetched(() => import('./more/CustomerMore.tsx').then((file) => file.CustomerMore))

interface CustomerSectionProps {
  customerId: string | null
  /** Whose task is open comes in a moment. */
  isLoading?: boolean
  /** "3 other requests": to the journey, where they stand. Without it there is no such line. */
  onShowJourney?: () => void
  onOpenCompany?: (companyId: string) => void
}

/** Region "Customer details" of the Context column. */
export function CustomerSection({
  customerId,
  isLoading = false,
  onShowJourney,
  onOpenCompany,
}: CustomerSectionProps): ReactNode {
  const t = useT()
  const { data: customer, isError, refetch } = useCustomer(customerId)
  const More = usePart(more, customerId)
  const isWhole = useIsWhole(customer)
  const others = (customer?.requests.total ?? 0) - 1
  const company = customer?.company
  const companyLink = company && onOpenCompany && (
    <LinkButton onClick={() => onOpenCompany(company.id)}>
      {company.name}
      <ChevronRight size={12} aria-hidden="true" />
    </LinkButton>
  )
  const link =
    companyLink ||
    (onShowJourney && others > 0 && (
      <LinkButton onClick={onShowJourney}>
        {t('customer.otherRequests', { n: others })}
        <ChevronRight size={12} aria-hidden="true" />
      </LinkButton>
    ))
  return (
    <Section title={t('customer.region')} id="customer" {...(link ? { actions: link } : {})}>
      {customer && More !== undefined && isWhole ? (
        <CustomerCard key={customer.id} customer={customer} More={More} />
      ) : customerId === null && !isLoading ? (
        <p className={styles.empty}>{t('customer.nobody')}</p>
      ) : isError && !customer ? (
        <ErrorState compact title={t('customer.didNotLoad')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </Section>
  )
}

/**
 * What the card shows besides comes with it, so that nothing in it moves; it is shown without what cannot be had. Once shown it
 * stays, whatever is asked anew.
 */
function useIsWhole(customer: Customer | undefined): boolean {
  const [whole, setWhole] = useState<string>()
  const details = [useHints(customer), useCustomerFields(customer !== undefined)]
  const areThere = details.every(({ isLoading, failureCount }) => !isLoading || failureCount > 0)
  if (customer && areThere && whole !== customer.id) setWhole(customer.id)
  return customer !== undefined && (areThere || whole === customer.id)
}
