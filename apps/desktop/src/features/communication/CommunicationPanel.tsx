import type { ActivityDetails, RequestDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { MessageSquare } from 'lucide-react'
import { useEffect, useState, type ClipboardEvent, type ComponentType, type DragEvent, type ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { threadQuery } from '../../shared/entities/messages.ts'
import { useRequest } from '../../shared/entities/request.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../shared/keyboard/regions.ts'
import { useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { look, useLookersAt, type Looker } from '../../shared/realtime/looking.ts'
import { useRoom } from '../../shared/realtime/useRoom.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { ConnectionBanner } from '../../shared/ui/ConnectionBanner.tsx'
import type { MailBodyProps, MailWriterProps } from '../../shared/ui/mail-slots.ts'
import { openMenu } from '../../shared/ui/MenuButton.tsx'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { EmptyState, ErrorState } from '../../shared/ui/states.tsx'
import { focusComposer } from '../../shared/workspace/open-task.ts'
import { useSelection, useShown, type Shown } from '../../shared/workspace/selection.ts'
import styles from './communication.module.css'
import { useMarkUnread } from './api.ts'
import { Header, type TieDialog } from './Header.tsx'
import { useWaitingCount } from './outbox/outbox.ts'
import { ReplyArea } from './ReplyArea.tsx'
import { talkKeys } from './talk-keys.ts'
import { useUploads } from './useUploads.ts'

// Fetched beside the messages themselves: the first load of the desk has no room for it.
const Colleagues = onDemand(() => import('./Colleagues.tsx').then((file) => file.Colleagues))
const ThreadView = onDemand(() => import('./ThreadView.tsx').then((file) => file.ThreadView))

const nothing = (): void => undefined

/** Parts of other features: this one does not know them. */
export interface Slots {
  TransferBanner: ComponentType<{ activity: ActivityDetails }>
  SnoozeBanner: ComponentType<{ request: RequestDetails }>
  SnoozeMenu: ComponentType<{ request: RequestDetails; className: string }>
  WrapUpPanel: ComponentType<{ activity: ActivityDetails; outcomes: RequestDetails['outcomes'] }>
  MailPart: ComponentType<{ activity: ActivityDetails }>
  CallPane: ComponentType<{ activity: ActivityDetails; onTransfer: () => void }>
  MailBody: ComponentType<MailBodyProps>
  MailWriter: ComponentType<MailWriterProps>
  CallbackPart: ComponentType<{ activity: ActivityDetails }>
}

interface CommunicationPanelProps {
  taskCount: number
  onClose: (requestId: string) => void
  onTake: (activityId: string) => void
  onTransfer: (activityId: string) => void
  onTie: (kind: TieDialog, requestId: string) => void
  slots: Slots
  /** Shown while nothing is open. */
  nothingOpen: ReactNode
}

/** The centre: header, thread and composer of what is open. */
export function CommunicationPanel({
  taskCount,
  onClose,
  onTake,
  onTransfer,
  onTie,
  slots,
  nothingOpen,
}: CommunicationPanelProps): ReactNode {
  const t = useT()
  const shown = useShown()
  const activity = useActivity(shown.activityId)
  const request = useRequest(shown.requestId)
  const close = (): void => {
    if (shown.requestId !== null && request.data?.abilities.close) onClose(shown.requestId)
  }
  const markUnread = useMarkUnread()
  const transfer = (): void => {
    if (activity.data?.abilities.transfer) onTransfer(activity.data.id)
  }
  useTalkKeys(activity.data, request.data, { close, transfer, unread: (id) => markUnread.mutate(id) })
  const lookers = useLooking(shown)
  const title = request.data?.title ?? activity.data?.request.title ?? ''
  const isNothing = shown.activityId === null && shown.requestId === null
  return (
    <section className={styles.panel} aria-label={t('communication.region')} {...regionStop} tabIndex={-1}>
      {!isNothing && (
        <Header
          title={title}
          request={request.data}
          activity={activity.data}
          taskCount={taskCount}
          onClose={close}
          onTransfer={transfer}
          onTie={(kind) => request.data && onTie(kind, request.data.id)}
          SnoozeMenu={slots.SnoozeMenu}
        />
      )}
      {lookers.length > 0 && <Colleagues lookers={lookers} onClose={nothing} />}
      <SendingBanner />
      <LookingBanner />
      {activity.data && <slots.TransferBanner activity={activity.data} />}
      {request.data && <slots.SnoozeBanner request={request.data} />}
      {isNothing && <div className={styles.empty}>{nothingOpen}</div>}
      {shown.activityId !== null &&
        (activity.isError && !activity.data ? (
          <ErrorState title={t('communication.failed')} onRetry={() => void activity.refetch()} />
        ) : (
          <Talk
            key={shown.activityId}
            activityId={shown.activityId}
            onClose={close}
            onTake={onTake}
            onTransfer={transfer}
            slots={slots}
          />
        ))}
      {shown.activityId === null && shown.requestId !== null && (
        <EmptyState
          icon={<MessageSquare size={20} />}
          title={t('communication.noActivity')}
          text={t('communication.noActivityText')}
        />
      )}
    </section>
  )
}

/** What the keys do with what is open: only what one may do with it now. */
function useTalkKeys(
  activity: ActivityDetails | undefined,
  request: RequestDetails | undefined,
  does: { close: () => void; transfer: () => void; unread: (activityId: string) => void },
): void {
  const can = activity?.abilities
  useShortcuts(talkKeys, {
    transfer: can?.transfer && does.transfer,
    reply: (can?.reply || can?.comment) && (() => focusComposer('reply')),
    comment: can?.comment && (() => focusComposer('comment')),
    quickReplies: can?.reply && (() => focusComposer('reply', { quickReplies: '' })),
    close: request?.abilities.close && does.close,
    snooze: request?.abilities.snooze && (() => openMenu('snooze')),
    priority: request?.abilities.edit && (() => openMenu('priority')),
    unread: can?.reply && (() => does.unread(activity?.id ?? '')),
  })
}

/** Tells the colleagues in this request that one is here, and hears who they are. */
function useLooking({ requestId, activityId }: Shown): readonly Looker[] {
  useEffect(() => {
    look(requestId, activityId)
    return () => look(null, null)
  }, [requestId, activityId])
  // Before the room is joined nobody hears it, also after a line was lost.
  useRoom('request', requestId, () => look(requestId, activityId))
  return useLookersAt(requestId)
}

/** One talks then: what is to be written down are comments, which stand beside it. */
const isOnCall = ({ medium, state }: ActivityDetails): boolean => medium === 'call' && state === 'active'

/** Thread and composer of one activity; files dropped anywhere on it are attached. */
function Talk({
  activityId,
  onClose,
  onTake,
  onTransfer,
  slots: { WrapUpPanel, MailPart, MailBody, MailWriter, CallPane, CallbackPart },
}: {
  activityId: string
  onClose: () => void
  onTake: (id: string) => void
  onTransfer: () => void
  slots: Pick<Slots, 'WrapUpPanel' | 'MailPart' | 'MailBody' | 'MailWriter' | 'CallPane' | 'CallbackPart'>
}): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const activity = useActivity(activityId).data
  const request = useRequest(activity?.request.id ?? null).data
  const uploads = useUploads(activityId)
  const [isDropping, setIsDropping] = useState(false)
  const [hasNoThread, setHasNoThread] = useState(false)
  // What was said between the read and the join is fetched once the room is joined.
  useRoom(
    'activity',
    activityId,
    () =>
      void client.invalidateQueries({ queryKey: threadQuery(client, activityId).queryKey }, { cancelRefetch: false }),
  )
  const canAttach = activity?.abilities.reply ?? false
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!canAttach || !event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      setIsDropping(true)
    },
    onDragLeave: (event: DragEvent) =>
      event.currentTarget.contains(event.relatedTarget as Node) || setIsDropping(false),
    onDrop: (event: DragEvent) => {
      if (!canAttach) return
      event.preventDefault()
      setIsDropping(false)
      uploads.add([...event.dataTransfer.files])
    },
    // Wherever on the talk one is: what is pasted as a file is attached to the reply.
    onPaste: (event: ClipboardEvent) => {
      const files = [...event.clipboardData.files]
      if (!canAttach || files.length === 0) return
      event.preventDefault()
      uploads.add(files)
    },
  }
  return (
    <div className={styles.middle} data-dropping={isDropping || undefined} {...drop}>
      {activity?.medium === 'call' ? (
        <CallPane activity={activity} onTransfer={onTransfer} />
      ) : hasNoThread ? (
        <ErrorState title={t('communication.failed')} onRetry={() => setHasNoThread(false)} />
      ) : (
        <div className={styles.thread}>
          <ThreadView {...{ activityId, activity, MailBody }} onClose={() => setHasNoThread(true)} />
        </div>
      )}
      {activity?.medium === 'callback' && <CallbackPart key={activityId} activity={activity} />}
      {activity?.abilities.wrapUp && <WrapUpPanel activity={activity} outcomes={request?.outcomes ?? []} />}
      {activity?.abilities.answerByMail && <MailPart activity={activity} />}
      {activity && !activity.abilities.wrapUp && !isOnCall(activity) && (
        <ReplyArea
          activity={activity}
          request={request}
          uploads={uploads}
          onClose={onClose}
          onTake={() => onTake(activityId)}
          MailWriter={MailWriter}
        />
      )}
    </div>
  )
}

/** The connection is lost, with what waits to be sent. */
function SendingBanner(): ReactNode {
  const t = useT()
  const waiting = useWaitingCount()
  return <ConnectionBanner text={waiting > 0 ? t('communication.waitToBeSent', { n: waiting }) : undefined} />
}

/** Something of the journey is looked at; one click leads back to the open task. */
function LookingBanner(): ReactNode {
  const t = useT()
  const { activityId, viewActivityId, viewRequest, viewActivity } = useSelection()
  const open = useActivity(activityId).data
  if ((viewActivityId === null && viewRequest === null) || activityId === null) return null
  return (
    <div className={styles.looking}>
      <Banner
        tone="info"
        title={t('communication.looking')}
        actions={
          <Button size="small" variant="outlined" color="inherit" onClick={() => viewActivity(null)}>
            {open ? t('communication.backTo', { title: open.request.title }) : t('communication.back')}
          </Button>
        }
      />
    </div>
  )
}
