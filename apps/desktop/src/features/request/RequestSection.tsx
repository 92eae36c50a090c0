import { History as HistoryIcon, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { useRequest } from '../../shared/entities/request.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { IconAction, LinkButton, Section } from '../../shared/ui/Section.tsx'
import { onceFetched, regionOnDemand, usePart } from '../../shared/ui/on-demand.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import styles from './request.module.css'
import { RequestCard } from './RequestCard.tsx'

/** Opened seldom, and it has words for everything that can happen. */
const History = regionOnDemand(() => import('./History.tsx').then((file) => file.History))

const more = onceFetched(() => import('./more/RequestMore.tsx').then((file) => file.RequestMore))

interface RequestSectionProps {
  /** Null: no request is shown, "Add request" is offered. */
  requestId: string | null
  onOpenRequest: (requestId: string) => void
  onAddRequest: () => void
  /** A task is open and its request is not known yet. */
  isLoading?: boolean
  /** What is done to it in one click. */
  macros?: ReactNode
  /** What other requests it is tied to. */
  ties?: ReactNode
}

/** Region "Request details" of the Context column. */
export function RequestSection({
  requestId,
  onOpenRequest,
  onAddRequest,
  isLoading = false,
  macros,
  ties,
}: RequestSectionProps): ReactNode {
  const t = useT()
  const { data: request, isError, refetch } = useRequest(requestId)
  const More = usePart(more, requestId)
  const [isHistoryShown, setIsHistoryShown] = useState(false)
  const mayAdd = useCan('requests.create')
  const actions = request && (
    <>
      {request.category !== 'closed' && <TimeInStage since={request.stageSince} />}
      {request.abilities.edit && macros}
      <IconAction
        label={t('request.history')}
        aria-expanded={isHistoryShown}
        onClick={() => setIsHistoryShown(!isHistoryShown)}
      >
        <HistoryIcon size={14} aria-hidden="true" />
      </IconAction>
    </>
  )
  return (
    <Section title={t('request.region')} id="request" {...(actions ? { actions } : {})}>
      {request && More !== undefined ? (
        <>
          <RequestCard key={request.id} request={request} More={More} onOpenRequest={onOpenRequest} />
          {ties}
          {isHistoryShown && <History request={request} />}
        </>
      ) : isError && !request ? (
        <ErrorState compact title={t('request.didNotLoad')} onRetry={() => void refetch()} />
      ) : requestId !== null || isLoading ? (
        <SkeletonLines lines={4} />
      ) : (
        <div className={styles.empty}>
          <span>{t('request.none')}</span>
          {mayAdd && (
            <LinkButton onClick={onAddRequest}>
              <Plus size={12} aria-hidden="true" />
              {t('request.addRequest')}
            </LinkButton>
          )}
        </div>
      )}
    </Section>
  )
}

function TimeInStage({ since }: { since: number }): ReactNode {
  const t = useT()
  const format = useFormat()
  const duration = useTick((now) => format.duration(now - since))
  const words = t('request.timeInStage', { duration })
  return (
    <span className={`${styles.aside} num`} title={words}>
      {words}
    </span>
  )
}
