import type { Task } from '@care/contract'
import { useEffect, useRef } from 'react'
import { announce } from '../../shared/announce.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { notify } from '../../shared/notify/desktop-notification.ts'
import { useIsLeader } from '../../shared/notify/leader.ts'
import { startRinging, tick } from '../../shared/notify/sound.ts'
import { showTitle } from '../../shared/notify/title.ts'
import { openTask } from '../../shared/workspace/open-task.ts'
import { useSelection } from '../../shared/workspace/selection.ts'

/** Makes offers and unread messages heard and seen: sound, title, icon, desktop notification. One tab does it. */
export function useAlarm(tasks: readonly Task[]): void {
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
  useEffect(() => {
    if (id === undefined || !isLeader) return
    const stopRinging = startRinging()
    const takeAway = notify({
      title: t('tasks.offerTitle', { name }),
      body,
      tag: `offer-${id}`,
      onClick: () => openTask(id, { staysInList: true }),
    })
    return () => {
      stopRinging()
      takeAway()
    }
  }, [id, name, body, isLeader, t])
}

function useTitle(tasks: readonly Task[]): void {
  const t = useT()
  const offer = tasks.find((task) => task.state === 'offered' && task.offer !== null)
  const name = offer && (offer.customer.name || t('common.unknownCustomer'))
  const unread = tasks.filter((task) => task.state !== 'offered' && task.unread > 0).length
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
  useEffect(() => {
    const openId = useSelection.getState().activityId
    const isLooking = document.visibilityState === 'visible' && document.hasFocus()
    const known = before.current
    before.current = new Map(tasks.map((task) => [task.activityId, task.unread]))
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
    tick()
    for (const task of grown)
      notify({
        title: task.customer.name || t('common.unknownCustomer'),
        body: task.lastLine?.text ?? '',
        tag: `message-${task.customer.id}`,
        onClick: () => openTask(task.activityId),
      })
  }, [tasks, isLeader, t])
}
