import type { Notification, Task } from '@care/contract'
import type { QueryClient } from '@tanstack/react-query'
import { loadEarlierComments, type CommentList } from '../../shared/entities/comments.ts'
import { activityKeys } from '../../shared/entities/activity.ts'
import { openFollowUp } from '../../shared/workspace/follow-up-dialog.ts'
import { useLayout } from '../../shared/workspace/layout.ts'
import { openRequest } from '../../shared/workspace/open-request.ts'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { useSpot } from '../../shared/workspace/spot.ts'

/** Opens in the desk what a notification is about; of a mention the very comment. False when there is nothing to open. */
export function goTo(client: QueryClient, { kind, subjectId, request, activityId, commentId }: Notification): boolean {
  if (kind === 'todoDue' && subjectId !== null) {
    openFollowUp({ kind: 'todo', id: subjectId })
    return true
  }
  if (!request) return false
  const tasks = client.getQueryData<{ items: Task[] }>(['tasks'])?.items ?? []
  const own = tasks.find((task) =>
    activityId === null ? task.requestId === request.id : task.activityId === activityId,
  )
  if (own) openTask(own.activityId, { staysInList: kind === 'transfer' || commentId !== null })
  else if (activityId !== null) useSelection.getState().viewActivity(activityId)
  else void openRequest(client, { requestId: request.id, customerId: request.customer.id })
  useLayout.setState({ pane: 'communication' })
  if (commentId !== null && activityId !== null) void showComment(client, activityId, commentId)
  return true
}

const patienceMs = 8_000
const markedMs = 4_000

/** Brings the comment into view, gives it the focus and marks it for a moment; fetches earlier pages until it is there. */
export async function showComment(client: QueryClient, activityId: string, commentId: string): Promise<void> {
  showDetails()
  useSpot.setState({ commentId })
  const giveUpAt = Date.now() + patienceMs
  while (Date.now() < giveUpAt) {
    const list = client.getQueryData<CommentList>(activityKeys.comments(activityId))
    const isKnown = list?.items.some(({ id }) => id === commentId) ?? false
    if (list && !isKnown && !list.hasEarlier) return
    if (list && !isKnown) await loadEarlierComments(client, activityId).catch(() => undefined)
    const element = document.querySelector<HTMLElement>(`[data-comment="${CSS.escape(commentId)}"]`)
    if (element) return mark(element)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const settlingMs = 2_000

function mark(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  keepInView(element)
  element.dataset.spot = ''
  setTimeout(() => delete element.dataset.spot, markedMs)
}

/** What stands above it is still loading and would push it out of view; the first own step of the person ends that. */
function keepInView(element: HTMLElement): void {
  const show = (): void => element.scrollIntoView({ block: 'center' })
  const observer = new ResizeObserver(show)
  const steps = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
  const stop = (): void => {
    observer.disconnect()
    for (const step of steps) removeEventListener(step, stop, { capture: true })
  }
  show()
  for (const section of element.closest('aside, [role=complementary]')?.querySelectorAll('section') ?? [])
    observer.observe(section)
  for (const step of steps) addEventListener(step, stop, { capture: true })
  setTimeout(stop, settlingMs)
}

/** Comments stand in the Context column, which may be another pane or a drawer. */
function showDetails(): void {
  const { areDetailsOpen, showPane, toggleDetails } = useLayout.getState()
  if (matchMedia('(max-width: 767.95px)').matches) showPane('details')
  else if (matchMedia('(max-width: 1279.95px)').matches && !areDetailsOpen) toggleDetails()
}
