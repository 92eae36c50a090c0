import type { Api, FigureRow, QueryInputOf } from '@care/contract'
import Button from '@mui/material/Button'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../api/client.ts'
import { useT } from '../i18n/I18nProvider.tsx'
import { useFormat } from '../i18n/useFormat.ts'
import { NameAndMark } from '../ui/marks.tsx'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import styles from './figures.module.css'

export type WantedFigure = Omit<QueryInputOf<Api['listFigureRequests']>, 'cursor' | 'limit'>

interface FigureRequestsProps {
  wanted: WantedFigure
  /** The list's name. */
  label: string
  onOpen: (requestId: string, customerId: string) => void
}

/** The requests that a figure counts, latest first, as often as they count (rule 46). */
export function FigureRequests({ wanted, label, onOpen }: FigureRequestsProps): ReactNode {
  const t = useT()
  const list = useInfiniteQuery({
    queryKey: ['figure-requests', wanted],
    queryFn: ({ pageParam }) =>
      call('listFigureRequests', { query: { ...wanted, ...(pageParam === null ? {} : { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What was counted meanwhile must be in it: the figure beside it is as of now.
    staleTime: 0,
  })
  if (list.isError && !list.data)
    return <ErrorState compact title={t('numbers.listFailed')} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonLines lines={5} />
  const rows = list.data.pages.flatMap((page) => page.items)
  if (rows.length === 0) return <p className={styles.none}>{t('numbers.none')}</p>
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {rows.map((row) => (
          <Row key={row.sourceId} row={row} figure={wanted.figure} onOpen={onOpen} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          size="small"
          color="inherit"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('numbers.more')}
        </Button>
      )}
    </>
  )
}

interface RowProps {
  row: FigureRow
  figure: WantedFigure['figure']
  onOpen: FigureRequestsProps['onOpen']
}

function Row({ row, figure, onOpen }: RowProps): ReactNode {
  const t = useT()
  const { dateTime } = useFormat()
  const value = useFigureValue(figure, row.value)
  const { customer, canOpen } = row
  return (
    <li>
      <button
        type="button"
        disabled={!canOpen || customer === null}
        onClick={() => customer && onOpen(row.requestId, customer.id)}
      >
        <span className="num">#{row.requestNumber}</span>
        <span className={`ell ${styles.title}`}>{canOpen ? row.requestTitle : t('numbers.hidden')}</span>
        {value !== null && <span className="num">{value}</span>}
        <time dateTime={new Date(row.at).toISOString()}>{dateTime(row.at)}</time>
        <span className={styles.customer}>
          {customer && <NameAndMark name={customer.name || t('common.unknownCustomer')} isVip={customer.isVip} />}
        </span>
      </button>
    </li>
  )
}

/** The figure of one request, or an average, in words; null where there is nothing but a count. */
export function useFigureValue(figure: WantedFigure['figure'], value: number | null): string | null {
  const t = useT()
  const { counter, number } = useFormat()
  if (value === null || figure === 'closed') return null
  if (figure === 'rated') return t('numbers.score', { score: number(Math.round(value * 10) / 10) })
  return counter(value)
}
