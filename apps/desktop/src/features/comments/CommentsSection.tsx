import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useActivity } from '../../shared/entities/activity.ts'
import { loadEarlierComments, useComments } from '../../shared/entities/comments.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useSpot } from '../../shared/workspace/spot.ts'
import { LinkButton, Section } from '../../shared/ui/Section.tsx'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { CommentForm } from './CommentForm.tsx'
import { CommentItem } from './CommentItem.tsx'
import styles from './comments.module.css'

/** Shown before "N earlier" is pressed. */
const latest = 3

/** Region "Comments" of the Context column: what the team says about the selected activity; customers never see it. */
export function CommentsSection({ activityId }: { activityId: string | null }): ReactNode {
  const t = useT()
  const client = useQueryClient()
  const { data: activity } = useActivity(activityId)
  const { data, isError, refetch } = useComments(activityId)
  const [unfolded, setUnfolded] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const items = data?.items ?? []
  const spot = useSpot(({ commentId }) => commentId)
  const isUnfolded = unfolded === activityId || items.some(({ id }) => id === spot)
  const shown = isUnfolded ? items : items.slice(-latest)
  const hidden = items.length - shown.length
  const loadMore = (): void => {
    if (activityId === null) return
    setFailed(false)
    loadEarlierComments(client, activityId).catch(() => setFailed(true))
  }
  const actions =
    hidden > 0 ? (
      <LinkButton onClick={() => setUnfolded(activityId)}>
        {t(data?.hasEarlier ? 'comments.showEarlier' : 'comments.earlier', { n: hidden })}
      </LinkButton>
    ) : data?.hasEarlier ? (
      <LinkButton onClick={loadMore}>{t('comments.showEarlier')}</LinkButton>
    ) : null
  const aside = items.length > 0 && !data?.hasEarlier ? t('comments.count', { n: items.length }) : undefined
  return (
    <Section title={t('comments.region')} id="comments" {...(aside ? { aside } : {})} {...(actions ? { actions } : {})}>
      {failed && <ErrorState compact title={t('comments.didNotLoad')} onRetry={loadMore} />}
      {data ? (
        items.length === 0 ? (
          <p className={styles.empty}>
            {t(activity === undefined || activity.medium === 'chat' ? 'comments.none' : 'comments.noneHere')}
          </p>
        ) : (
          <ul className={styles.list} aria-label={t('comments.region')}>
            {shown.map((comment) => (
              <CommentItem key={comment.id} comment={comment} />
            ))}
          </ul>
        )
      ) : activityId === null ? (
        <p className={styles.empty}>{t('activity.none')}</p>
      ) : isError ? (
        <ErrorState compact title={t('comments.didNotLoad')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={1} />
      )}
      {activity?.abilities.comment && (
        <CommentForm key={activity.id} activityId={activity.id} requestId={activity.request.id} />
      )}
    </Section>
  )
}
