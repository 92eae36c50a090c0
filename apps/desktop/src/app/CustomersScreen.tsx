import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation, useRoute } from 'wouter'
import { AddressBook } from '../features/customer/book/AddressBook.tsx'
import { CustomerPanel } from '../features/customer/book/CustomerPanel.tsx'
import { CustomerSection } from '../features/customer/CustomerSection.tsx'
import { FollowUpsSection } from '../features/follow-ups/FollowUpsSection.tsx'
import { JourneySection } from '../features/journey/JourneySection.tsx'
import { CompanyCard } from '../features/customer/book/CompanyCard.tsx'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { customerKeys } from '../shared/entities/customer.ts'
import { useRoom } from '../shared/realtime/useRoom.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import { useLayout } from '../shared/workspace/layout.ts'
import { showDialog } from './open-dialog.ts'
import { useDeskAddress } from './pages.ts'
import { RegionBoundary } from './RegionBoundary.tsx'
import { RecordedCall } from './talk-slots.ts'

interface CustomersScreenProps {
  onClose: () => void
  onAddRequest: (customerId: string) => void
  onOtherCustomer: (activityId: string) => void
}

/** The address book with the customer that is open in it (row C1). */
export function CustomersScreen({ onAddRequest, onOtherCustomer }: CustomersScreenProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const [, params] = useRoute('/customers/:customerId')
  const [, ofCompany] = useRoute('/customers/company/:companyId')
  const companyId = ofCompany?.companyId ?? null
  const desk = useDeskAddress()
  const customerId = params?.customerId ?? null
  // What changed between the read and the join was pushed to nobody.
  useRoom('customer', customerId, (id) => void client.invalidateQueries({ queryKey: customerKeys.details(id) }))
  const onOpen = (id: string | null): void => navigate(id === null ? '/customers' : `/customers/${id}`)
  const onOpenCompany = (id: string): void => navigate(`/customers/company/${id}`)
  const onOpenRequest = (requestId: string): void => {
    if (customerId === null) return
    void openRequest(client, { requestId, customerId }).then(() => {
      useLayout.getState().showPane('communication')
      navigate(desk)
    })
  }
  return (
    <AddressBook
      openId={customerId}
      isPanelOpen={customerId !== null || companyId !== null}
      onOpen={onOpen}
      onOpenCompany={onOpenCompany}
    >
      {companyId !== null && (
        <CustomerPanel key={companyId} label={t('addressBook.company')} onClose={() => onOpen(null)}>
          <CompanyCard companyId={companyId} onOpenCustomer={onOpen} />
        </CustomerPanel>
      )}
      {customerId !== null && (
        <CustomerPanel key={customerId} label={t('addressBook.panel')} onClose={() => onOpen(null)}>
          <RegionBoundary>
            <CustomerSection customerId={customerId} onOpenCompany={onOpenCompany} />
          </RegionBoundary>
          <RegionBoundary>
            <FollowUpsSection key={customerId} customerId={customerId} requestId={null} />
          </RegionBoundary>
          <RegionBoundary>
            <JourneySection
              customerId={customerId}
              requestId={null}
              activityId={null}
              onOpenRequest={onOpenRequest}
              onAddRequest={() => onAddRequest(customerId)}
              onWriteMail={() => showDialog({ kind: 'writeMail', customerId, requestId: null })}
              onPlanCallback={() => showDialog({ kind: 'planCallback', customerId, requestId: null })}
              onOtherCustomer={onOtherCustomer}
              CallPart={RecordedCall}
            />
          </RegionBoundary>
        </CustomerPanel>
      )}
    </AddressBook>
  )
}
