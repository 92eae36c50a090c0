import { Mail, PhoneOutgoing, Plus } from 'lucide-react'
import { useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useCan } from '../../shared/entities/me.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useCommands } from '../../shared/keyboard/commands.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { IconAction, LinkButton, Section } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { lineOf, useJourney } from './api.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { ActivityViewer } from './ActivityViewer.tsx'
import { JourneyFilterMenu } from './JourneyFilterMenu.tsx'
import { JourneyTree } from './JourneyTree.tsx'
import { LoadMore } from './LoadMore.tsx'
import styles from './journey.module.css'
import { isFiltering, noFilter, queryOf, type JourneyActivity } from './rows.ts'

interface JourneySectionProps {
  customerId: string | null
  /** The request that the column shows. */
  requestId: string | null
  /** The activity that the column shows. */
  activityId: string | null
  onOpenRequest: (requestId: string) => void
  onAddRequest: () => void
  onPlanCallback?: () => void
  onWriteMail?: () => void
  onOtherCustomer: (activityId: string) => void
  /** What a call has besides its thread. */
  CallPart: ComponentType<{ callId: string }>
}

/** Region "Customer journey": all requests of the customer with their activities; any of them can be opened. */
export function JourneySection({
  customerId,
  requestId,
  activityId,
  onOpenRequest,
  onAddRequest,
  onPlanCallback,
  onWriteMail,
  onOtherCustomer,
  CallPart,
}: JourneySectionProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const openId = useSelection((selection) => selection.activityId)
  const mayAdd = useCan('requests.create')
  const mayWrite = useCan('tasks.handle') && onWriteMail !== undefined
  useCommands(() =>
    mayWrite && !isOffline
      ? [{ id: 'write-mail', group: t('shell.journey'), label: t('mail.write'), run: onWriteMail }]
      : [],
  )
  const [filter, setFilter] = useState(noFilter)
  const [viewed, setViewed] = useState<JourneyActivity | null>(null)
  const returnFocus = useRef<HTMLElement | null>(null)
  // Days move on while the desk is open; the query does not with every render.
  const query = useMemo(() => queryOf(filter, serverNow()), [filter])
  const { data, isError, refetch, dataUpdatedAt, hasNextPage, fetchNextPage, isFetchingNextPage } = useJourney(
    customerId,
    query,
  )
  const line = useMemo(() => lineOf(data?.pages ?? []), [data])
  const isEmpty = line.items.length === 0
  const isFirst =
    !isFiltering(filter) &&
    line.requests.size === 1 &&
    line.items.filter(({ kind }) => kind === 'activity').length === 1
  const view = (activity: JourneyActivity): void => {
    // The talk of the open task is in Communication; from a look at another one this leads back to it.
    if (activity.id === openId) return useSelection.getState().viewActivity(openId)
    returnFocus.current = document.activeElement as HTMLElement | null
    setViewed(activity)
  }
  const closeViewer = (): void => {
    setViewed(null)
    returnFocus.current?.focus()
  }
  const actions = customerId !== null && (
    <>
      {(!isEmpty || isFiltering(filter)) && <JourneyFilterMenu filter={filter} onChange={setFilter} />}
      {mayWrite && (
        <IconAction label={t('mail.write')} aria-haspopup="dialog" disabled={isOffline} onClick={onWriteMail}>
          <Mail size={14} aria-hidden="true" />
        </IconAction>
      )}
      {mayAdd && onPlanCallback && (
        <IconAction label={t('callbacks.plan')} aria-haspopup="dialog" disabled={isOffline} onClick={onPlanCallback}>
          <PhoneOutgoing size={14} aria-hidden="true" />
        </IconAction>
      )}
      {mayAdd && (
        <LinkButton onClick={onAddRequest}>
          <Plus size={12} aria-hidden="true" />
          {t('journey.addRequest')}
        </LinkButton>
      )}
    </>
  )
  const aside = isOffline && data ? t('journey.from', { time: format.time(dataUpdatedAt) }) : undefined
  return (
    <Section title={t('shell.journey')} id="journey" {...(aside ? { aside } : {})} {...(actions ? { actions } : {})}>
      {data ? (
        <>
          {((isEmpty && !isFiltering(filter)) || isFirst) && (
            <p className={styles.empty}>{t('journey.firstContact')}</p>
          )}
          {!isEmpty && (
            <JourneyTree
              line={line}
              requestId={requestId}
              nowId={openId}
              shownId={viewed?.id ?? activityId}
              customerId={customerId ?? ''}
              onViewActivity={view}
              onOpenRequest={onOpenRequest}
              onOtherCustomer={onOtherCustomer}
            />
          )}
          {hasNextPage && (
            <LoadMore isLoading={isFetchingNextPage} hasFailed={isError} onLoad={() => void fetchNextPage()} />
          )}
          {isEmpty && !hasNextPage && isFiltering(filter) && (
            <p className={styles.empty}>
              {t('journey.nothingFits')}{' '}
              <LinkButton onClick={() => setFilter(noFilter)}>{t('journey.clearFilter')}</LinkButton>
            </p>
          )}
        </>
      ) : customerId === null ? (
        <p className={styles.empty}>{t('shell.journeyOfNobody')}</p>
      ) : isError ? (
        <ErrorState compact title={t('journey.didNotLoad')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines />
      )}
      {viewed && <ActivityViewer key={viewed.id} activity={viewed} onClose={closeViewer} CallPart={CallPart} />}
    </Section>
  )
}
