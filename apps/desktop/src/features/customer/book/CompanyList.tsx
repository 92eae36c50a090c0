import { Building2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../../shared/ui/Section.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import styles from './book.module.css'
import { useCompanies } from './company-api.ts'

interface CompanyListProps {
  words: string
  onOpen: (companyId: string) => void
}

/** Companies in order of name, with domains and how many people. */
export function CompanyList({ words, onOpen }: CompanyListProps): ReactNode {
  const t = useT()
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCompanies(words, true)
  const companies = data?.pages.flatMap(({ items }) => items) ?? []
  if (!data)
    return isError ? (
      <ErrorState title={t('addressBook.companiesDidNotLoad')} onRetry={() => void refetch()} />
    ) : (
      <SkeletonLines lines={8} />
    )
  if (companies.length === 0)
    return (
      <EmptyState
        icon={<Building2 size={20} />}
        title={t('addressBook.noCompanies')}
        text={t('addressBook.noCompaniesText')}
      />
    )
  return (
    <ul className={styles.companies} aria-label={t('addressBook.companies')}>
      {companies.map((company) => (
        <li key={company.id}>
          <button type="button" onClick={() => onOpen(company.id)}>
            <b className="ell" dir="auto">
              {company.name}
            </b>
            <span className="ell">{company.domains.join(', ')}</span>
            <span>{t('addressBook.people', { n: company.people })}</span>
          </button>
        </li>
      ))}
      {hasNextPage && (
        <li className={styles.more}>
          <LinkButton disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('addressBook.moreCompanies')}
          </LinkButton>
        </li>
      )}
    </ul>
  )
}
