import type { ActivityDetails, Marks } from '@care/contract'
import type { ComponentType, ReactNode } from 'react'
import { serverNow } from '../../shared/clock.ts'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import type { MailBodyProps } from '../../shared/ui/mail-slots.ts'
import { CommentRow, MessageRow, PendingRow } from './MessageRow.tsx'
import { deliveryOf, type Row } from './thread-rows.ts'
import styles from './thread.module.css'

interface ThreadRowProps {
  row: Row
  marks: Marks
  customerName: string
  /** In this medium what was said may be corrected for a while. */
  canChange: boolean
  /** Draws what is said by mail. */
  Mail: ComponentType<MailBodyProps> | undefined
}

/** One line of the thread, with what stands above it: the day, the beginning, "New". */
export function ThreadRow({ row, ...rest }: ThreadRowProps): ReactNode {
  const t = useT()
  const { dayAt, startedOf, isNew } = row.lead
  return (
    <>
      {dayAt !== undefined && <Day at={dayAt} />}
      {startedOf && <Started activity={startedOf} />}
      {isNew && (
        <div className={styles.rule} data-new="">
          {t('thread.new')}
        </div>
      )}
      <Line row={row} {...rest} />
    </>
  )
}

function Line({ row, marks, customerName, canChange, Mail }: ThreadRowProps): ReactNode {
  switch (row.kind) {
    case 'message':
      return (
        <MessageRow
          message={row.message}
          customerName={customerName}
          canChange={canChange}
          Mail={Mail}
          delivery={row.message.author.kind === 'operator' ? deliveryOf(row.message.seq, marks) : null}
        />
      )
    case 'comment':
      return <CommentRow comment={row.comment} />
    case 'pending':
      return <PendingRow item={row.item} />
    case 'ended':
      return <Ended activity={row.activity} />
    case 'begun':
      return null
  }
}

function Day({ at }: { at: number }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isToday = new Date(at).toDateString() === new Date(serverNow()).toDateString()
  const isThisYear = new Date(at).getFullYear() === new Date(serverNow()).getFullYear()
  const day = isThisYear ? format.day(at) : format.date(at)
  return <div className={styles.rule}>{isToday ? t('thread.today', { day }) : day}</div>
}

function Started({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const me = useMe()
  const format = useFormat()
  const begun = activity.source === '' ? t('thread.started') : t('thread.startedOn', { source: activity.source })
  if (activity.acceptedAt === null || !activity.operator) return <p className={styles.note}>{begun}</p>
  const duration = format.duration(activity.acceptedAt - activity.startedAt)
  const accepted =
    activity.operator.id === me?.id
      ? t('thread.acceptedByYou', { duration })
      : t('thread.acceptedBy', { name: activity.operator.name, duration })
  return (
    <p className={styles.note}>
      {begun} {accepted}
    </p>
  )
}

function Ended({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  return <p className={styles.note}>{t('thread.ended', { time: format.dateTime(activity.endedAt ?? 0) })}</p>
}
