import type { Notification } from '@care/contract'
import type { NotificationKind } from '@care/domain'
import {
  AlarmClock,
  ArrowLeftRight,
  AtSign,
  BellOff,
  Check,
  ListTodo,
  MessageSquare,
  TriangleAlert,
  UserCheck,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { shortTime } from '../../shared/format/short-time.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './notifications.module.css'
import { VipMark } from '../../shared/ui/marks.tsx'
import { detailOf, sentenceOf } from './sentence.ts'

const icons: Record<NotificationKind, typeof Check> = {
  mention: AtSign,
  transfer: ArrowLeftRight,
  transferDeclined: BellOff,
  transferMissed: BellOff,
  assigned: UserCheck,
  answered: MessageSquare,
  snoozeOver: AlarmClock,
  todoDue: ListTodo,
  alert: TriangleAlert,
}

interface NotificationRowProps {
  item: Notification
  isOffline: boolean
  onOpen: () => void
  onHandle: () => void
}

/** One line of the panel: what, of whom, when; the whole line opens it, a check says that it is done. */
export function NotificationRow({ item, isOffline, onOpen, onHandle }: NotificationRowProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const time = useTick((now) => shortTime(format, item.at, now))
  const Icon = icons[item.kind]
  const isUnread = item.seenAt === null && item.handledAt === null
  return (
    <li className={styles.row} data-unread={isUnread || undefined} data-done={item.handledAt !== null || undefined}>
      <button type="button" className={styles.open} data-row="" onClick={onOpen}>
        <span className={styles.icon} data-kind={item.kind} aria-hidden="true">
          <Icon size={16} strokeWidth={1.75} />
        </span>
        <span className={styles.text}>
          <span className={styles.says}>
            {isUnread && <span className="sr">{t('notifications.unread')} </span>}
            {sentenceOf(t, item)}
            {item.times > 1 && <span className={styles.times}> ×{format.number(item.times)}</span>}
            {item.request?.customer.isVip && (
              <>
                {' '}
                <VipMark />
              </>
            )}
          </span>{' '}
          <span className={styles.detail} dir="auto">
            {detailOf(t, item)}
          </span>
        </span>{' '}
        <time className={styles.time} dateTime={new Date(item.at).toISOString()} title={format.dateTime(item.at)}>
          {time}
        </time>
      </button>
      {item.handledAt === null && (
        <button
          type="button"
          className={styles.done}
          aria-label={t('notifications.done')}
          title={t('notifications.done')}
          disabled={isOffline}
          onClick={onHandle}
        >
          <Check size={16} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}
