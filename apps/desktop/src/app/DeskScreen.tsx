import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { CommunicationPanel } from '../features/communication/CommunicationPanel.tsx'
import { useSetPresence } from '../features/presence/api.ts'
import { MissedOffers } from '../features/presence/MissedOffers.tsx'
import { PresenceButton } from '../features/presence/PresenceButton.tsx'
import { useSetByOther } from '../features/presence/useSetByOther.ts'
import { useTakeTask } from '../features/tasks/api.ts'
import { Offers } from '../features/tasks/Offers.tsx'
import { TasksPanel } from '../features/tasks/TasksPanel.tsx'
import { SnoozedList } from '../features/snooze/SnoozedList.tsx'
import { errorText } from '../shared/error-text.ts'
import { useMedia } from '../shared/hooks/useMedia.ts'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { customerKeys } from '../shared/entities/customer.ts'
import { requestKeys } from '../shared/entities/request.ts'
import { useSequence } from '../shared/keyboard/shortcuts.ts'
import { useRoom } from '../shared/realtime/useRoom.ts'
import { fetchAhead, onDemand, regionOnDemand } from '../shared/ui/on-demand.tsx'
import { showToast } from '../shared/ui/toast.tsx'
import { useLayout } from '../shared/workspace/layout.ts'
import { askForMove, useAskedMove } from '../shared/workspace/ask-fields.ts'
import { openTask } from '../shared/workspace/open-task.ts'
import { useShown, type Shown } from '../shared/workspace/selection.ts'
import styles from './app.module.css'
import { Background } from './Background.tsx'
import { BackToList } from './BackToList.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Calls } from './Calls.tsx'
import { ContextColumn } from './ContextColumn.tsx'
import { FollowUps } from './FollowUps.tsx'
import { NothingOpen } from './NothingOpen.tsx'
import { NewNotifications } from './NewNotifications.tsx'
import { Rail } from './Rail.tsx'
import { PageFrame } from './PageFrame.tsx'
import { isWorkPage, useDeskAddress, usePage, type PageId, type WorkPage } from './pages.ts'
import { RegionBoundary } from './RegionBoundary.tsx'
import { SkipLinks } from './SkipLinks.tsx'
import { showDialog, useDialog, type OpenDialog } from './open-dialog.ts'
import { DeskKeys } from './DeskKeys.tsx'
import { slots } from './talk-slots.ts'
import { useTaskCounts } from './useTaskCounts.ts'

const QuickRepliesScreen = onDemand(() =>
  import('../features/quick-replies/QuickRepliesScreen.tsx').then((file) => file.QuickRepliesScreen),
)
const RequestsScreen = onDemand<{ onClose: () => void; onAddRequest: () => void }>(() =>
  import('./RequestsScreen.tsx').then((file) => file.RequestsScreen),
)
const CustomersScreen = onDemand(() => import('./CustomersScreen.tsx').then((file) => file.CustomersScreen))
const CustomerFieldsPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/customer-fields/CustomerFieldsPage.tsx').then((file) => file.CustomerFieldsPage),
)
const RequestTypesPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/request-types/RequestTypesPage.tsx').then((file) => file.RequestTypesPage),
)
const LocationsPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/locations/LocationsPage.tsx').then((file) => file.LocationsPage),
)
const MacrosPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/macros/MacrosPage.tsx').then((file) => file.MacrosPage),
)
const OpeningHoursPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/opening-hours/OpeningHoursPage.tsx').then((file) => file.OpeningHoursPage),
)
const WorkSettings = onDemand<{ page: WorkPage; onClose: () => void }>(() =>
  import('./WorkSettings.tsx').then((file) => file.WorkSettings),
)
const NotificationSettingsPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/notification-settings/NotificationSettingsPage.tsx').then(
    (file) => file.NotificationSettingsPage,
  ),
)
const BlockedSendersPage = onDemand<{ onClose: () => void }>(() =>
  import('../features/blocked-senders/BlockedSendersPage.tsx').then((file) => file.BlockedSendersPage),
)
const LiveScreens = onDemand(() => import('./LiveScreens.tsx').then((file) => file.LiveScreens))
const FollowUpScreens = regionOnDemand(() => import('./FollowUpScreens.tsx').then((file) => file.FollowUpScreens))
const GoHint = onDemand(() => import('./GoHint.tsx').then((file) => file.GoHint))
const Dialogs = onDemand(() => import('./Dialogs.tsx').then((file) => file.Dialogs))

const addRequest = (): void => showDialog({ kind: 'add' })
const onHelp = (): void => showDialog({ kind: 'shortcuts' })
const onPalette = (): void => showDialog({ kind: 'palette' })
const onNotifications = (): void =>
  showDialog(useDialog.getState().dialog?.kind === 'notifications' ? null : { kind: 'notifications' })

/** The dialog that is open over the desk, if any. */
function OpenedDialog(): ReactNode {
  const dialog = useDialog((state) => state.dialog)
  const move = useAskedMove((state) => state.move)
  const shown = dialog ?? (move && { kind: 'move' as const, ...move })
  // The next person begins with none.
  useEffect(() => () => showDialog(null), [])
  if (!shown) return null
  return <Dialogs dialog={shown} onDialog={showDialog} onClose={() => (dialog ? showDialog(null) : askForMove(null))} />
}

/** My desk: tasks, communication, context. Puts the features beside each other; they do not know one another. */
export function DeskScreen(): ReactNode {
  const { pane } = useLayout()
  const shown = useShown()
  const counts = useTaskCounts()
  const isTaskListHidden = useIsTaskListHidden()
  const client = useQueryClient()
  // What changed between the read and the join was pushed to nobody.
  useRoom('request', shown.requestId, (id) => void client.invalidateQueries({ queryKey: requestKeys.details(id) }))
  useRoom('customer', shown.customerId, (id) => void client.invalidateQueries({ queryKey: customerKeys.details(id) }))
  useFetchAhead()
  useSetByOther()
  const page = usePage()
  if (page === 'wallboard') return <Wall />
  return (
    <div className={styles.app} data-pane={pane}>
      <SkipLinks />
      <Rail
        unread={counts.unread}
        onNotifications={onNotifications}
        onPalette={onPalette}
        onShortcuts={onHelp}
        onSignOut={() => showDialog({ kind: 'signOut' })}
      />
      {page === null ? (
        <TaskScreen shown={shown} hasOffers={!isTaskListHidden} onAddRequest={addRequest} onDialog={showDialog} />
      ) : (
        <Page
          page={page}
          onOtherCustomer={(activityId) => showDialog({ kind: 'otherCustomer', activityId })}
          onAddRequest={(customerId) =>
            showDialog({ kind: 'add', ...(customerId === undefined ? {} : { customerId }) })
          }
        />
      )}
      {(isTaskListHidden || page !== null) && <Offers className={styles.floating} />}
      <BottomBar
        unread={counts.unread}
        onNotifications={onNotifications}
        onSignOut={() => showDialog({ kind: 'signOut' })}
        onShortcuts={onHelp}
      />
      <NextKeys />
      <NewNotifications />
      <FollowUps />
      <Calls isDesk={page === null} />
      <DeskKeys
        shown={shown}
        onAddRequest={addRequest}
        onHelp={onHelp}
        onPalette={onPalette}
        onNotifications={onNotifications}
      />
      <Background requestId={shown.requestId} />
      <OpenedDialog />
    </div>
  )
}

interface TaskScreenProps {
  shown: Shown
  hasOffers: boolean
  onAddRequest: () => void
  onDialog: (dialog: OpenDialog) => void
}

/** Tasks, the talk and what is known beside it. */
function TaskScreen({ shown, hasOffers, onAddRequest, onDialog }: TaskScreenProps): ReactNode {
  const { areDetailsOpen, areTasksOpen, showTasks } = useLayout()
  const take = useTakeCalled()
  const setPresence = useSetPresence()
  const counts = useTaskCounts()
  const t = useT()
  return (
    <>
      <div className={styles.tasks} id="tasks" data-open={areTasksOpen || undefined}>
        <RegionBoundary>
          <TasksPanel
            hasOffers={hasOffers}
            onAddRequest={onAddRequest}
            onAssign={(activityId) => onDialog({ kind: 'assign', activityId })}
            onBecomeAvailable={() => setPresence.mutate({ chosen: 'available', awayReason: null })}
            snoozed={<SnoozedList />}
            footer={
              <>
                <MissedOffers />
                <PresenceButton />
                <span id="phone-line" />
              </>
            }
          />
        </RegionBoundary>
      </div>
      <button
        type="button"
        className={styles.scrim}
        data-open={areTasksOpen || undefined}
        aria-label={t('shell.hideTasks')}
        onClick={() => showTasks(false)}
      />
      <main className={styles.stage}>
        <div className={styles.communication} id="communication">
          <BackToList shown={shown} />
          <RegionBoundary>
            <CommunicationPanel
              taskCount={counts.all}
              onClose={(requestId) => onDialog({ kind: 'close', requestId })}
              onTransfer={(activityId) => onDialog({ kind: 'transfer', activityId })}
              onTie={(kind, requestId) => onDialog({ kind, requestId })}
              slots={slots}
              onTake={take}
              nothingOpen={<NothingOpen />}
            />
          </RegionBoundary>
        </div>
        <ContextColumn
          isOpen={areDetailsOpen}
          shown={shown}
          onAddRequest={onAddRequest}
          onLink={(requestId) => onDialog({ kind: 'link', requestId })}
          onOtherCustomer={(activityId) => onDialog({ kind: 'otherCustomer', activityId })}
        />
      </main>
    </>
  )
}

const endHint = (): void => useSequence.setState({ first: null })

function NextKeys(): ReactNode {
  return useSequence(({ first }) => first !== null) && <GoHint onClose={endHint} />
}

/** The wallboard has the whole screen to itself. */
function Wall(): ReactNode {
  const [, navigate] = useLocation()
  return <LiveScreens page="wallboard" onClose={() => navigate('/')} />
}

interface PageProps {
  page: PageId
  onOtherCustomer: (activityId: string) => void
  onAddRequest: (customerId?: string) => void
}

/** A screen beside the desk; when its code cannot be fetched, the desk again. */
function Page({ page, onAddRequest, onOtherCustomer }: PageProps): ReactNode {
  const [, navigate] = useLocation()
  const desk = useDeskAddress()
  const onClose = (): void => navigate(desk)
  return (
    <PageFrame saysLost={page === 'liveQueues'}>
      {page === 'customers' && (
        <CustomersScreen onAddRequest={onAddRequest} onOtherCustomer={onOtherCustomer} onClose={onClose} />
      )}
      {page === 'requests' && <RequestsScreen onAddRequest={() => onAddRequest()} onClose={onClose} />}
      {page === 'customerFields' && <CustomerFieldsPage onClose={onClose} />}
      {page === 'requestTypes' && <RequestTypesPage onClose={onClose} />}
      {page === 'locations' && <LocationsPage onClose={onClose} />}
      {page === 'macros' && <MacrosPage onClose={onClose} />}
      {page === 'openingHours' && <OpeningHoursPage onClose={onClose} />}
      {isWorkPage(page) && <WorkSettings page={page} onClose={onClose} />}
      {page === 'blockedSenders' && <BlockedSendersPage onClose={onClose} />}
      {(page === 'liveQueues' || page === 'numbers') && <LiveScreens page={page} onClose={onClose} />}
      {(page === 'todos' || page === 'deals') && <FollowUpScreens kind={page} />}
      {page === 'notifications' && <NotificationSettingsPage onClose={onClose} />}
      {page === 'quickReplies' && <QuickRepliesScreen onClose={onClose} />}
    </PageFrame>
  )
}

/** Once the desk stands, the code of its dialogs; before that it would only be in the way. */
function useFetchAhead(): void {
  const t = useT()
  useEffect(() => {
    const timer = setTimeout(() => void fetchAhead(t), 2_000)
    return () => clearTimeout(timer)
  }, [t])
}

/** Below 1024 px the list is a drawer or another pane; its offers must be seen all the same. */
function useIsTaskListHidden(): boolean {
  const { pane, areTasksOpen } = useLayout()
  const isNarrow = useMedia('(max-width: 1023.95px)')
  const isPhone = useMedia('(max-width: 767.95px)')
  return isPhone ? pane !== 'tasks' : isNarrow && !areTasksOpen
}

/** Takes a waiting task that is looked at, then lets one write. */
function useTakeCalled(): (activityId: string) => void {
  const t = useT()
  const take = useTakeTask()
  return (activityId) =>
    take.mutate(activityId, {
      onSuccess: () => openTask(activityId),
      onError: (error) => showToast(errorText(t, error)),
    })
}
