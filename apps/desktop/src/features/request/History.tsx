import type { RequestDetails, RequestFieldView, RequestType } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { dealStagesQuery } from '../../shared/entities/follow-ups.ts'
import {
  locationsQuery,
  operatorsQuery,
  groupsQuery,
  queuesQuery,
  requestTypesQuery,
} from '../../shared/entities/workspace-lists.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { scrolledByKeys } from '../../shared/ui/scrolled-by-keys.ts'
import { localName } from '../../shared/words/local-name.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { type HistoryFilter, useHistory } from './api.ts'
import { HistoryFilters } from './HistoryFilters.tsx'
import { actorName, historyTexts, type HistoryNames } from './history-words.ts'
import styles from './request.module.css'

/** Every change of the request: who, when, from what to what; latest first, older ones on demand. */
export function History({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const [filter, setFilter] = useState<HistoryFilter>({})
  const { data, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(request.id, filter)
  const names = useNames(request)
  const lines = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={styles.history}>
      <HistoryFilters filter={filter} onChange={setFilter} />
      {isError && !data && <ErrorState compact title={t('history.didNotLoad')} onRetry={() => void refetch()} />}
      {!data && !isError && <SkeletonLines />}
      {data && lines.length === 0 && (
        <p className={styles.empty}>
          {t(filter.kind || filter.operatorId ? 'requestMore.nothingFits' : 'history.empty')}
        </p>
      )}
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
      {isError && data && <ErrorState compact title={t('history.didNotLoad')} onRetry={() => void fetchNextPage()} />}
      {hasNextPage && !isError && (
        <LinkButton disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('history.more')}
        </LinkButton>
      )}
    </div>
  )
}

/** Fields of any type: the request may have had another one. */
function ownField(
  types: readonly RequestType[] | undefined,
  request: RequestDetails,
  id: string,
): RequestFieldView | undefined {
  return [...request.fields, ...(types ?? []).flatMap(({ fields }) => fields)].find((field) => field.id === id)
}

function useNames(request: RequestDetails): HistoryNames {
  const operators = useQuery(operatorsQuery).data
  const queues = useQuery(queuesQuery).data
  const groups = useQuery(groupsQuery).data
  const t = useT()
  const types = useQuery(requestTypesQuery).data
  const locations = useQuery(locationsQuery).data
  const dealStages = useQuery(dealStagesQuery).data
  const find = (known: readonly { id: string; name: string }[] | undefined, id: string): string | undefined =>
    known?.find((one) => one.id === id)?.name
  return {
    operator: (id) => find(operators, id) ?? '…',
    queue: (id) => find(queues, id) ?? (request.queue?.id === id ? request.queue.name : '…'),
    group: (id) => find(groups, id) ?? '…',
    location: (id) => find(locations, id) ?? (request.location?.id === id ? request.location.name : '…'),
    stage: (key) => {
      const stages = (types ?? []).flatMap((type) => [...type.stages, ...type.retiredStages])
      const stage = stages.find((one) => one.key === key)
      return stage ? localName(stage.name, t.language) : null
    },
    field: (id) => ownField(types, request, id),
    type: (id) => find(types, id) ?? (request.type.id === id ? request.type.name : '…'),
    dealStage: (key) => {
      const stage = dealStages?.find((one) => one.key === key)
      return stage ? localName(stage.name, t.language) : key
    },
  }
}
