import { domainProblem, limits, normalDomain, shownName } from '@care/domain'
import { useState, type ReactNode } from 'react'
import { asText } from '../../../shared/edit/as-text.ts'
import { FieldConflicts } from '../../../shared/edit/FieldConflicts.tsx'
import { useBoundFields } from '../../../shared/edit/useBoundFields.ts'
import { useFieldEdits } from '../../../shared/edit/useFieldEdits.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { Avatar } from '../../../shared/ui/Avatar.tsx'
import { InlineField } from '../../../shared/ui/InlineField.tsx'
import { VipMark } from '../../../shared/ui/marks.tsx'
import { PropGrid } from '../../../shared/ui/PropGrid.tsx'
import { LinkButton, Section } from '../../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import { TagEditor } from '../../../shared/ui/TagEditor.tsx'
import customerStyles from '../customer.module.css'
import styles from './book.module.css'
import { companyEditor, useCompany, usePeople } from './company-api.ts'

interface CompanyCardProps {
  companyId: string
  onOpenCustomer: (customerId: string) => void
}

/** A company: name, mail domains, people (row C2). */
export function CompanyCard({ companyId, onOpenCustomer }: CompanyCardProps): ReactNode {
  const t = useT()
  const { data, isError, refetch } = useCompany(companyId)
  return (
    <>
      <Section title={t('addressBook.company')} id="company">
        {data ? (
          <CompanyFields company={data} />
        ) : isError ? (
          <ErrorState compact title={t('addressBook.companiesDidNotLoad')} onRetry={() => void refetch()} />
        ) : (
          <SkeletonLines />
        )}
      </Section>
      <People companyId={companyId} onOpenCustomer={onOpenCustomer} />
    </>
  )
}

function CompanyFields({ company }: { company: NonNullable<ReturnType<typeof useCompany>['data']> }): ReactNode {
  const t = useT()
  const [wrong, setWrong] = useState<string | null>(null)
  const edits = useFieldEdits('company', company.id, companyEditor)
  const bind = useBoundFields(edits, company, (entity, field) => entity[field as 'name' | 'domains'])
  const isReadOnly = !company.abilities.edit
  const name = bind('name')
  const domains = bind('domains')
  const list = Array.isArray(domains.value) ? (domains.value as string[]) : []
  const sayList = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : '') || t('common.empty')
  const save = (typed: string[]): void => {
    const next = typed.map(normalDomain)
    const bad = next.find((domain) => domainProblem(domain) !== null)
    setWrong(bad ?? null)
    if (bad !== undefined) return
    domains.onOpen()
    domains.onSave([...new Set(next)])
  }
  return (
    <>
      <PropGrid>
        <FieldConflicts
          edits={edits}
          fields={{
            name: { label: t('customer.name'), say: asText },
            domains: { label: t('addressBook.domains'), say: sayList },
          }}
        />
        <InlineField
          {...name}
          label={t('customer.name')}
          value={asText(name.value)}
          isReadOnly={isReadOnly}
          limit={limits.customerName}
          check={(typed) => (typed === '' ? t('addressBook.nameNeeded') : null)}
        />
      </PropGrid>
      <div className={customerStyles.groups}>
        <div className={customerStyles.groupsLabel}>{t('addressBook.domains')}</div>
        <TagEditor
          tags={list}
          addLabel={t('addressBook.addDomain')}
          onChange={save}
          suggestions={[]}
          onType={() => setWrong(null)}
          isReadOnly={isReadOnly}
          isPending={domains.isPending}
        />
        {(wrong !== null || domains.error) && (
          <p role="alert" className={customerStyles.problem}>
            {wrong === null ? domains.error : t('addressBook.notDomain', { domain: wrong })}
          </p>
        )}
      </div>
    </>
  )
}

function People({ companyId, onOpenCustomer }: CompanyCardProps): ReactNode {
  const t = useT()
  const { data, isError, refetch, hasNextPage, fetchNextPage } = usePeople(companyId)
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Section title={t('addressBook.peopleTitle')} id="companyPeople">
      {data ? (
        <ul className={styles.people}>
          {people.map((customer) => (
            <li key={customer.id}>
              <button type="button" onClick={() => onOpenCustomer(customer.id)}>
                <Avatar id={customer.id} name={shownName(customer, t('common.unknownCustomer'))} size={24} />
                <span className="ell" dir="auto">
                  {shownName(customer, t('common.unknownCustomer'))}
                </span>
                {customer.isVip && <VipMark />}
              </button>
            </li>
          ))}
          {hasNextPage && (
            <li>
              <LinkButton onClick={() => void fetchNextPage()}>{t('addressBook.morePeople')}</LinkButton>
            </li>
          )}
        </ul>
      ) : isError ? (
        <ErrorState compact title={t('addressBook.didNotLoad')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines />
      )}
    </Section>
  )
}
