import type { ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { shortTime } from '../../shared/format/short-time.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Section } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { ActivityActions } from './ActivityActions.tsx'
import { ActivityCard } from './ActivityCard.tsx'
import styles from './activity.module.css'

interface ActivitySectionProps {
  activityId: string | null
  /** "Move to another customer" was chosen. */
  onOtherCustomer: (activityId: string) => void
}

/** Region "Activity details" of the Context column. */
export function ActivitySection({ activityId, onOtherCustomer }: ActivitySectionProps): ReactNode {
  const t = useT()
  const { data: activity, isError, refetch } = useActivity(activityId)
  const actions = activity && (
    <>
      <StartAndLength startedAt={activity.startedAt} endedAt={activity.endedAt} />
      <ActivityActions key={activity.id} activity={activity} onOtherCustomer={() => onOtherCustomer(activity.id)} />
    </>
  )
  return (
    <Section title={t('activity.region')} id="activity" {...(actions ? { actions } : {})}>
      {activity ? (
        <ActivityCard key={activity.id} activity={activity} />
      ) : activityId === null ? (
        <p className={styles.empty}>{t('activity.none')}</p>
      ) : isError ? (
        <ErrorState compact title={t('activity.didNotLoad')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={2} />
      )}
    </Section>
  )
}

/** "13:52, 16 m": when it began and how long it has gone on, live while it does. */
function StartAndLength({ startedAt, endedAt }: { startedAt: number; endedAt: number | null }): ReactNode {
  const t = useT()
  const format = useFormat()
  const duration = useTick((now) => format.duration((endedAt ?? now) - startedAt))
  const time = useTick((now) => shortTime(format, startedAt, now))
  return (
    <time
      className={`${styles.aside} num`}
      dateTime={new Date(startedAt).toISOString()}
      title={format.dateTime(startedAt)}
    >
      {t('activity.startAndLength', { time, duration })}
    </time>
  )
}
