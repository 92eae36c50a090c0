import type { Task } from '@care/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announce } from '../../shared/announce.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { notify } from '../../shared/notify/desktop-notification.ts'
import { useIsLeader } from '../../shared/notify/leader.ts'
import { setVolume, startRinging, tick } from '../../shared/notify/sound.ts'
import { useDisturbs } from '../../shared/notify/useDisturbs.ts'
import { showTitle } from '../../shared/notify/title.ts'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'
import { tasksQuery } from './api.ts'

const none: readonly Task[] = []

/** Makes offers and unread messages heard and seen: sound, title, icon, desktop notification. One tab does it. */
export function useAlarm(): void {
  const tasks = useQuery(tasksQuery).data?.items ?? none
  const volume = useMe()?.notifications.volume
  useEffect(() => {
    if (volume !== undefined) setVolume(volume)
  }, [volume])
  useOfferAlarm(tasks.find((task) => task.state === 'offered' && task.offer !== null))
  useTitle(tasks)
  useNewMessages(tasks)
}

function useOfferAlarm(offer: Task | undefined): void {
  const t = useT()
  const isLeader = useIsLeader((state) => state.isLeader)
  const id = offer?.activityId
  const name = offer?.customer.name || t('common.unknownCustomer')
  const body = offer?.lastLine?.text ?? ''
  const disturbs = useDisturbs()
  const event = offer?.offer?.transfer ? 'transfer' : 'offer'
  const rings = disturbs(event, 'sound')
  const notifies = disturbs(event, 'browser')
  useEffect(() => (id !== undefined && isLeader && rings ? startRinging() : undefined), [id, isLeader, rings])
  useEffect(() => {
    if (id === undefined || !isLeader || !notifies) return
    return notify({
      title: t('tasks.offerTitle', { name }),
      body,
      tag: `offer-${id}`,
      onClick: () => openTask(id, { staysInList: true }),
    })
  }, [id, name, body, isLeader, notifies, t])
}

function useTitle(tasks: readonly Task[]): void {
  const t = useT()
  const offer = tasks.find((task) => task.state === 'offered' && task.offer !== null)
  const name = offer && (offer.customer.name || t('common.unknownCustomer'))
  const unread = tasks.filter((task) => task.state !== 'offered' && (task.unread > 0 || task.wokeAt !== null)).length
  useEffect(() => {
    const desk = `${t('tasks.titleDesk')} · Care Desktop`
    return showTitle({
      offer: name === undefined ? null : t('tasks.offerTitle', { name }),
      plainTitle: unread > 0 ? `(${unread}) ${desk}` : desk,
    })
  }, [name, unread, t])
}

/** A tick and a word for messages in tasks that are not open, or in any while the page is not looked at. */
function useNewMessages(tasks: readonly Task[]): void {
  const t = useT()
  const isLeader = useIsLeader((state) => state.isLeader)
  const before = useRef<Map<string, number> | null>(null)
  const shown = useRef(new Map<string, () => void>())
  const disturbs = useDisturbs()
  const ticks = disturbs('message', 'sound')
  const notifies = disturbs('message', 'browser')
  useEffect(() => {
    const openId = useSelection.getState().activityId
    const isLooking = document.visibilityState === 'visible' && document.hasFocus()
    const known = before.current
    before.current = new Map(tasks.map((task) => [task.activityId, task.unread]))
    // Read in another tab or on another computer, or not one's own any more: nothing is left to be told.
    for (const [id, takeAway] of shown.current) {
      if ((before.current.get(id) ?? 0) > 0) continue
      takeAway()
      shown.current.delete(id)
    }
    if (!known) return
    const grown = tasks.filter(
      (task) =>
        task.state !== 'offered' &&
        task.unread > (known.get(task.activityId) ?? task.unread) &&
        !(isLooking && task.activityId === openId),
    )
    if (grown.length === 0) return
    announce(t('tasks.newMessagesIn', { n: grown.length }))
    if (!isLeader) return
    if (ticks) tick()
    for (const task of notifies ? grown : [])
      shown.current.set(
        task.activityId,
        notify({
          title: task.customer.name || t('common.unknownCustomer'),
          body: task.lastLine?.text ?? '',
          tag: `message-${task.customer.id}`,
          onClick: () => openTask(task.activityId),
        }),
      )
  }, [tasks, isLeader, ticks, notifies, t])
}
