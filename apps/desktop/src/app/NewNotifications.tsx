import type { Notification } from '@care/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useNews } from '../features/notifications/news.ts'
import { useMe } from '../shared/entities/me.ts'
import { onDemand } from '../shared/ui/on-demand.tsx'
import { usePage } from './pages.ts'

const Notifier = onDemand(() => import('../features/notifications/Notifier.tsx').then((file) => file.Notifier))
const drop = (): void => useNews.setState({ news: [] })

/** Says what is new; with nothing new, its code is not even fetched. */
export function NewNotifications(): ReactNode {
  const unread = useMe()?.notifications.unread ?? 0
  const isNew = useNews(({ news }) => news.length > 0)
  const onGoTo = useGoTo()
  return unread > 0 || isNew ? <Notifier onGoTo={onGoTo} onClose={drop} /> : null
}

/** Leads to what a notification is about, from whatever screen is open. */
export function useGoTo(): (item: Notification) => void {
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const page = usePage()
  return useCallback(
    (item) => {
      if (item.kind === 'alert') navigate('/live-queues')
      else if (page !== null && item.request && item.kind !== 'todoDue') navigate('/')
      void import('../features/notifications/go-to.ts').then(({ goTo }) => goTo(client, item))
    },
    [client, navigate, page],
  )
}
