import { isTold, notificationKinds } from '@care/domain'
import type { Notification } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { notify } from '../../shared/notify/desktop-notification.ts'
import { useIsLeader } from '../../shared/notify/leader.ts'
import { lowTone, tick } from '../../shared/notify/sound.ts'
import { useDisturbs } from '../../shared/notify/useDisturbs.ts'
import { showToast } from '../../shared/ui/toast.tsx'
import { useShown, type Shown } from '../../shared/workspace/selection.ts'
import { handleOpened } from './api.ts'
import { noteShown, useNews } from './news.ts'
import { detailOf, sentenceOf } from './sentence.ts'

/** Says what has come, and handles what is looked at. Loaded when there is something. */
export function Notifier({ onGoTo }: { onGoTo: (item: Notification) => void; onClose: () => void }): ReactNode {
  const unread = useMe()?.notifications.unread ?? 0
  const shown = useShown()
  useSayNews(shown, onGoTo)
  useHandleWhatIsOpen(shown, unread)
  return null
}

const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

/** A toast in every tab; sound and the browser's own in one. */
function useSayNews(shown: Shown, onGoTo: (item: Notification) => void): void {
  const t = useT()
  const isLeader = useIsLeader((state) => state.isLeader)
  const ways = useMe()?.notifications.ways
  const disturbs = useDisturbs()
  const isDisturbed = useMe()?.presence.doNotDisturb === null
  const news = useNews((state) => state.news)
  useEffect(() => {
    if (news.length === 0) return
    useNews.setState({ news: [] })
    for (const item of news) {
      if (isOnScreen(item, shown) && isLooking()) continue
      const text = sentenceOf(t, item)
      if (isDisturbed && isTold(ways ?? {}, item.kind, 'panel')) showToast(text)
      // A task that is handed over rings and is shown as an offer is.
      if (!isLeader || item.kind === 'transfer') continue
      if (disturbs(item.kind, 'sound')) (notificationKinds[item.kind].sound === 'alert' ? lowTone : tick)()
      if (disturbs(item.kind, 'browser'))
        noteShown(
          item,
          notify({ title: text, body: detailOf(t, item), tag: `notification-${item.id}`, onClick: () => onGoTo(item) }),
        )
    }
  }, [news, shown, isLeader, ways, disturbs, isDisturbed, onGoTo, t])
}

/** Its comment has just appeared before his eyes. */
const isOnScreen = ({ kind, activityId }: Notification, shown: Shown): boolean =>
  kind === 'mention' && activityId === shown.activityId

/** What asks no more than to look is handled by looking, here for all tabs. */
function useHandleWhatIsOpen({ requestId, activityId }: Shown, unread: number): void {
  const client = useQueryClient()
  const hasUnread = unread > 0
  useEffect(() => {
    if (requestId === null || !hasUnread) return
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      // Refused or not, it is only a mark: the next look tries again.
      handleOpened(client, { requestId, activityId }).catch(() => undefined)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
    // Each further one asks again: `unread` and not only whether there is any.
  }, [client, requestId, activityId, hasUnread, unread])
}
