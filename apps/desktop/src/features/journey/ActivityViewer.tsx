/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolling log is a stop of the keyboard */
import { MessagesSquare, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, type ComponentType, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useRoom } from '../../shared/realtime/useRoom.ts'
import { focusHere } from '../../shared/ui/focus-here.ts'
import { IconAction, LinkButton } from '../../shared/ui/Section.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { useSelection } from '../../shared/workspace/selection.ts'
import { useThread } from './api.ts'
import styles from './journey.module.css'
import { titleOf } from './JourneyRowView.tsx'
import type { JourneyActivity } from './rows.ts'
import { ViewerThread } from './ViewerThread.tsx'

interface ActivityViewerProps {
  activity: JourneyActivity
  onClose: () => void
  CallPart: ComponentType<{ callId: string }>
}

/** Another activity of the customer, whole and to be read only, beside the talk that goes on (row J1). */
export function ActivityViewer({ activity, onClose, CallPart }: ActivityViewerProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const thread = useThread(activity.id, activity.state === 'ended')
  useRoom('activity', activity.id)
  const panel = useRef<HTMLDialogElement>(null)
  useEscape(panel, onClose)
  const medium = t(`activity.media.${activity.medium}`)
  const title = titleOf(activity, medium)
  return createPortal(
    // Not modal: the talk beside it stays usable.
    <dialog ref={panel} open aria-label={t('journey.viewer', { title })} data-region="" className={styles.viewer}>
      <header className={styles.viewerHead}>
        <span className={styles.medium}>
          <MediumIcon medium={activity.medium} size={14} />
        </span>
        <h2 className="ell" dir="auto" title={title}>
          {title}
        </h2>
        <IconAction ref={focusHere} label={t('common.close')} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconAction>
        <footer>
          <small className="ell">
            {format.dateTime(activity.at)}
            {activity.operator ? ` · ${activity.operator.name}` : ''}
          </small>
          <LinkButton
            onClick={() => {
              useSelection.getState().viewActivity(activity.id)
              onClose()
            }}
          >
            <MessagesSquare size={14} aria-hidden="true" />
            {t('journey.showInCommunication')}
          </LinkButton>
        </footer>
      </header>
      {activity.medium === 'call' && <CallPart callId={activity.id} />}
      {thread.data ? (
        <ThreadScroller thread={thread} activityId={activity.id} startsAtEnd={activity.state !== 'ended'} />
      ) : thread.isError ? (
        <ErrorState title={t('journey.messagesDidNotLoad')} onRetry={() => void thread.refetch()} />
      ) : (
        <div className={styles.viewerBody}>
          <SkeletonLines lines={6} />
        </div>
      )}
    </dialog>,
    document.body,
  )
}

/** Esc from anywhere within closes the panel, and nothing behind it. */
function useEscape(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const element = panel.current
    if (!element) return
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.stopPropagation()
      close.current()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => element.removeEventListener('keydown', onKeyDown)
  }, [panel])
}

interface ThreadScrollerProps {
  thread: ReturnType<typeof useThread>
  activityId: string
  startsAtEnd: boolean
}

/** Scrolls the thread; what is loaded above leaves the line in view where it is. */
function ThreadScroller({ thread, activityId, startsAtEnd }: ThreadScrollerProps): ReactNode {
  const t = useT()
  const body = useRef<HTMLDivElement>(null)
  const fromEnd = useRef<number | null>(null)
  const {
    data,
    hasNextPage,
    hasPreviousPage,
    fetchNextPage,
    fetchPreviousPage,
    isFetchingNextPage,
    isFetchingPreviousPage,
  } = thread
  useLayoutEffect(() => {
    if (startsAtEnd && body.current) body.current.scrollTop = body.current.scrollHeight
  }, [startsAtEnd])
  useLayoutEffect(() => {
    if (fromEnd.current === null || isFetchingPreviousPage || !body.current) return
    body.current.scrollTop = body.current.scrollHeight - fromEnd.current
    fromEnd.current = null
  }, [isFetchingPreviousPage, data])
  const earlier = (): void => {
    if (body.current) fromEnd.current = body.current.scrollHeight - body.current.scrollTop
    void fetchPreviousPage()
  }
  return (
    // A thread takes the focus, so that keys scroll it.
    <div
      ref={body}
      className={styles.viewerBody}
      role="log"
      aria-live="off"
      aria-label={t('journey.messages')}
      tabIndex={0}
    >
      {hasPreviousPage && (
        <LinkButton disabled={isFetchingPreviousPage} onClick={earlier}>
          {t('journey.earlierMessages')}
        </LinkButton>
      )}
      {data && <ViewerThread pages={data.pages} activityId={activityId} />}
      {hasNextPage && (
        <LinkButton disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('journey.laterMessages')}
        </LinkButton>
      )}
      {thread.isError && (
        <ErrorState compact title={t('journey.messagesDidNotLoad')} onRetry={() => void thread.refetch()} />
      )}
    </div>
  )
}
