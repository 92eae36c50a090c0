import type { RequestDetails } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { operatorsQuery, queuesQuery, requestTypesQuery } from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { scrolledByKeys } from '../../shared/ui/scrolled-by-keys.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { useHistory } from './api.ts'
import { actorName, historyTexts, type HistoryNames } from './history-words.ts'
import styles from './request.module.css'

/** Every change of the request: who, when, from what to what; latest first, older ones on demand. */
export function History({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(request.id)
  const names = useNames(request)
  if (isError && !data)
    return <ErrorState compact title={t('request.historyDidNotLoad')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines />
  const lines = data.pages.flatMap((page) => page.items)
  return (
    <div className={styles.history}>
      {lines.length === 0 && <p className={styles.empty}>{t('request.historyEmpty')}</p>}
      <ol aria-label={t('request.history')} {...scrolledByKeys}>
        {lines.map((line) => (
          <li key={line.id}>
            {historyTexts(line, { t, format, request, names }).map((words) => (
              <div key={words} dir="auto">
                {words}
              </div>
            ))}
            <small>
              {actorName(line.actor, t)},{' '}
              <time dateTime={new Date(line.at).toISOString()} title={format.dateTime(line.at)}>
                {format.relative(line.at)}
              </time>
            </small>
          </li>
        ))}
      </ol>
      {isError && <ErrorState compact title={t('request.historyDidNotLoad')} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !isError && (
        <LinkButton disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('request.historyMore')}
        </LinkButton>
      )}
    </div>
  )
}

function useNames(request: RequestDetails): HistoryNames {
  const operators = useQuery(operatorsQuery).data
  const queues = useQuery(queuesQuery).data
  const types = useQuery(requestTypesQuery).data
  const find = (known: readonly { id: string; name: string }[] | undefined, id: string): string | undefined =>
    known?.find((one) => one.id === id)?.name
  return {
    operator: (id) => find(operators, id) ?? '…',
    queue: (id) => find(queues, id) ?? (request.queue?.id === id ? request.queue.name : '…'),
    type: (id) => find(types, id) ?? (request.type.id === id ? request.type.name : '…'),
  }
}
