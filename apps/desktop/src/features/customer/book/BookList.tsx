import Button from '@mui/material/Button'
import { Users } from 'lucide-react'
import { useMemo, type ReactNode, type Ref } from 'react'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../shared/ui/states.tsx'
import type { useBook } from './api.ts'
import { BookTable } from './BookTable.tsx'

interface BookListProps {
  book: ReturnType<typeof useBook>
  ref: Ref<HTMLDivElement>
  openId: string | null
  isFiltered: boolean
  onOpen: (customerId: string) => void
  onClear: () => void
  onAdd?: () => void
}

/** The table, or why there is none: loading, did not load, nobody yet, nobody found. */
export function BookList({ book, ref, openId, isFiltered, onOpen, onClear, onAdd }: BookListProps): ReactNode {
  const t = useT()
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = book
  // Somebody new at the top moves one over to the next page; each is shown once.
  const customers = useMemo(
    () => [...new Map(data?.pages.flatMap(({ items }) => items).map((one) => [one.id, one] as const)).values()],
    [data],
  )
  if (!data)
    return isError ? (
      <ErrorState title={t('addressBook.didNotLoad')} onRetry={() => void refetch()} />
    ) : (
      <SkeletonLines lines={8} />
    )
  if (customers.length === 0)
    return (
      <EmptyState
        icon={<Users size={20} />}
        title={t(isFiltered ? 'findCustomer.nobodyFound' : 'addressBook.nobody')}
        text={t(isFiltered ? 'addressBook.nobodyFoundText' : 'addressBook.nobodyText')}
        action={
          <>
            {isFiltered && (
              <Button size="small" variant="outlined" onClick={onClear}>
                {t('addressBook.showAll')}
              </Button>
            )}{' '}
            {onAdd && (
              <Button size="small" variant="outlined" onClick={onAdd}>
                {t('findCustomer.newCustomer')}
              </Button>
            )}
          </>
        }
      />
    )
  return (
    <BookTable
      ref={ref}
      customers={customers}
      openId={openId}
      hasMore={hasNextPage}
      isLoadingMore={isFetchingNextPage}
      hasFailed={isError}
      onMore={() => void fetchNextPage()}
      onOpen={onOpen}
    />
  )
}
