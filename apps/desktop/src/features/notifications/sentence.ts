import type { Notification } from '@care/contract'
import type { DesktopT } from '@care/i18n/desktop'

/** What a notification says, in one sentence: of the panel, the toast and the browser's own. */
export function sentenceOf(t: DesktopT, { kind, actor, request, excerpt }: Notification): string {
  const name = actor.name || t(actor.kind === 'customer' ? 'common.unknownCustomer' : 'notifications.someone')
  const title = request?.title ?? ''
  switch (kind) {
    case 'mention':
      return t('notifications.says.mention', { name })
    case 'transfer':
      return t('notifications.says.transfer', { name })
    case 'transferDeclined':
      return t('transferTo.declined', { name })
    case 'transferMissed':
      return t('transferTo.missed', { name })
    case 'assigned':
      return t('notifications.says.assigned', { name })
    case 'answered':
      return t('snooze.answered', { title })
    case 'snoozeOver':
      return t('snooze.over', { title })
    case 'todoDue':
      return t('notifications.says.todoDue', { title: excerpt || title })
    case 'alert':
      return excerpt === '' ? t('notifications.says.alert') : t('notifications.says.queueLate', { queue: excerpt })
  }
}

/** What stands below it: the words of the comment, or which request it is. */
export function detailOf(t: DesktopT, item: Notification): string {
  if (item.kind === 'mention' && item.excerpt !== '') return item.excerpt
  const { request } = item
  if (!request) return item.kind === 'todoDue' || item.kind === 'alert' ? '' : t('notifications.notVisible')
  return `#${request.number} ${request.title}`
}
