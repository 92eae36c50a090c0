import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ActivitySection } from '../features/activity/ActivitySection.tsx'
import { CommentsSection } from '../features/comments/CommentsSection.tsx'
import { CustomerSection } from '../features/customer/CustomerSection.tsx'
import { RequestSection } from '../features/request/RequestSection.tsx'
import { useActivity } from '../shared/entities/activity.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../shared/keyboard/regions.ts'
import { useLayout } from '../shared/workspace/layout.ts'
import { openRequest } from '../shared/workspace/open-request.ts'
import type { Shown } from '../shared/workspace/selection.ts'
import { regionOnDemand } from '../shared/ui/on-demand.tsx'
import { Section } from '../shared/ui/Section.tsx'
import { SkeletonLines } from '../shared/ui/states.tsx'
import styles from './app.module.css'
import { showDialog } from './open-dialog.ts'
import { RegionBoundary } from './RegionBoundary.tsx'
import { RecordedCall } from './talk-slots.ts'

function JourneyFrame({ children }: { children: ReactNode }): ReactNode {
  const t = useT()
  return (
    <Section title={t('shell.journey')} id="journey">
      {children}
    </Section>
  )
}
/** Below the fold, so the desk stands before its code comes. */
const JourneySection = regionOnDemand(
  () => import('../features/journey/JourneySection.tsx').then((file) => file.JourneySection),
  JourneyFrame,
)

/** A button among others: nothing stands in its place while it is fetched. */
const MacroMenu = regionOnDemand(
  () => import('../features/macros/MacroMenu.tsx').then((file) => file.MacroMenu),
  () => null,
)
const TiesSection = regionOnDemand(() => import('../features/ties/TiesSection.tsx').then((file) => file.TiesSection))
function FollowUpsFrame({ children }: { children: ReactNode }): ReactNode {
  const t = useT()
  return (
    <Section title={t('shell.followUps')} id="follow-ups">
      {children}
    </Section>
  )
}
const FollowUpsSection = regionOnDemand(
  () => import('../features/follow-ups/FollowUpsSection.tsx').then((file) => file.FollowUpsSection),
  FollowUpsFrame,
)

interface ContextColumnProps {
  isOpen: boolean
  shown: Shown
  onAddRequest: () => void
  onLink: (requestId: string) => void
  onOtherCustomer: (activityId: string) => void
}

const journeyId = 'context-journey'

/** The right column; each section fails by itself. */
export function ContextColumn({ isOpen, shown, onAddRequest, onLink, onOtherCustomer }: ContextColumnProps): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const { activityId, requestId, customerId } = shown
  const open = (request: { requestId: string; customerId: string }): void => {
    void openRequest(client, request)
    useLayout.getState().showPane('communication')
  }
  const onOpenRequest = (id: string): void => {
    if (customerId === null) return
    open({ requestId: id, customerId })
  }
  const alone = (section: ReactNode): ReactNode => <RegionBoundary>{section}</RegionBoundary>
  // Of a task that is opened whose it is comes first.
  const isComing = useActivity(activityId).isPending && activityId !== null
  return (
    <aside
      className={styles.context}
      id="details"
      aria-label={t('shell.context')}
      data-open={isOpen || undefined}
      {...regionStop}
      tabIndex={-1}
    >
      {alone(
        <CustomerSection
          customerId={customerId}
          isLoading={isComing}
          onShowJourney={() => document.getElementById(journeyId)?.scrollIntoView({ block: 'start' })}
        />,
      )}
      {alone(
        <RequestSection
          requestId={requestId}
          isLoading={isComing}
          onOpenRequest={onOpenRequest}
          onAddRequest={onAddRequest}
          macros={requestId !== null && <MacroMenu key={requestId} requestId={requestId} activityId={activityId} />}
          ties={
            requestId !== null && <TiesSection requestId={requestId} onOpen={open} onLink={() => onLink(requestId)} />
          }
        />,
      )}
      {alone(<ActivitySection activityId={activityId} onOtherCustomer={onOtherCustomer} />)}
      {alone(<CommentsSection activityId={activityId} />)}
      {customerId !== null
        ? alone(<FollowUpsSection key={customerId} customerId={customerId} requestId={requestId} />)
        : isComing && (
            <FollowUpsFrame>
              <SkeletonLines />
            </FollowUpsFrame>
          )}
      <div id={journeyId}>
        {alone(
          customerId === null ? (
            <JourneyFrame>
              {isComing ? <SkeletonLines /> : <p className={styles.none}>{t('shell.journeyOfNobody')}</p>}
            </JourneyFrame>
          ) : (
            <JourneySection
              customerId={customerId}
              requestId={requestId}
              activityId={activityId}
              onOpenRequest={onOpenRequest}
              onAddRequest={onAddRequest}
              onWriteMail={() => showDialog({ kind: 'writeMail', customerId, requestId })}
              onPlanCallback={() => showDialog({ kind: 'planCallback', customerId, requestId: null })}
              onOtherCustomer={onOtherCustomer}
              CallPart={RecordedCall}
            />
          ),
        )}
      </div>
    </aside>
  )
}
