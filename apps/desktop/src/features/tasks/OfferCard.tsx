import type { Task } from '@care/contract'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { announceAlert } from '../../shared/announce.ts'
import { serverNow } from '../../shared/clock.ts'
import { errorText } from '../../shared/error-text.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { lastTyped, useShortcuts } from '../../shared/keyboard/shortcuts.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Key, VipMark } from '../../shared/ui/marks.tsx'
import { MediumIcon } from '../../shared/ui/MediumIcon.tsx'
import { Ring } from '../../shared/ui/Ring.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { openTask, prefetchTask } from '../../shared/workspace/open-task.ts'
import { mayAcceptByKey } from './accept-by-key.ts'
import { useAcceptOffer, useDeclineOffer } from './api.ts'
import { offerKeys } from './task-keys.ts'
import styles from './tasks.module.css'

interface OfferCardProps {
  task: Task
  /** Only the first of several offers answers to the keys. */
  hasKeys: boolean
}

/** A task offered to me, with the seconds left on the server's clock. Looking at it does not accept it (rule 16). */
export function OfferCard({ task, hasKeys }: OfferCardProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const client = useQueryClient()
  const isOffline = useIsOffline()
  const accept = useAcceptOffer()
  const decline = useDeclineOffer()
  const [shownAt] = useState(() => performance.now())
  const name = task.customer.name || t('common.unknownCustomer')
  const expiresAt = task.offer?.expiresAt ?? 0
  const seconds = Math.max(0, Math.ceil((expiresAt - (task.offer?.offeredAt ?? 0)) / 1000))
  const left = useTick((now) => Math.max(0, Math.ceil((expiresAt - now) / 1000)))
  const waited = useTick((now) => format.duration(now - task.eligibleSince))
  const cannot = isOffline || accept.isPending || left === 0

  useEffect(() => {
    prefetchTask(client, task.activityId)
    const inSeconds = Math.ceil((expiresAt - serverNow()) / 1000)
    announceAlert(
      t('tasks.offerAlert', {
        incoming: t(`tasks.incoming.${task.medium}`),
        name,
        queue: task.queue?.name ?? '',
        n: inSeconds,
      }),
    )
    // oxlint-disable-next-line react/exhaustive-deps -- said once when the card comes; a changed word must not say it again
  }, [task.activityId, expiresAt])
  useEffect(() => {
    if (left === 10) announceAlert(t('tasks.tenSeconds'))
  }, [left, t])

  const onAccept = (): void => {
    if (cannot) return
    // The card may be gone before the answer comes, and callbacks of `mutate` with it.
    void accept.mutateAsync(task.activityId).then(
      () => openTask(task.activityId),
      (error: unknown) => showToast(errorText(t, error)),
    )
  }
  const onDecline = (): void => {
    if (!cannot) decline.mutate(task.activityId)
  }
  const hints = useKeyHints()
  const [acceptKey] = offerKeys.keys.accept
  const [declineKey] = offerKeys.keys.decline
  useShortcuts(
    offerKeys,
    hasKeys && !cannot
      ? {
          accept: (event) =>
            (event === null || mayAcceptByKey({ shownAt, typedAt: lastTyped(), now: performance.now() })) && onAccept(),
          decline: onDecline,
        }
      : {},
  )
  return (
    <fieldset className={styles.offer} aria-label={t('tasks.offeredTask')}>
      <div className={styles.offerTop}>
        <Ring left={left} of={seconds} />
        <div className={styles.offerWho}>
          <div className={styles.kind}>
            <MediumIcon medium={task.medium} size={14} />
            <span className="ell">{t(`tasks.incoming.${task.medium}`)}</span>
            <time>{waited}</time>
          </div>
          <div className={styles.offerName}>
            <button
              type="button"
              title={t('tasks.lookFirst')}
              onClick={() => openTask(task.activityId, { staysInList: true })}
            >
              {name}
            </button>
            {task.customer.isVip && <VipMark />}
            <span className={`ell ${styles.offerQueue}`}>{(task.group ?? task.queue)?.name}</span>
          </div>
        </div>
        <span className="sr">{t('tasks.secondsLeft', { n: seconds })}</span>
      </div>
      {task.offer?.transfer && (
        <p className={styles.offerFrom}>
          <b>
            {t(task.offer.transfer.isWarm ? 'tasks.asksFirst' : 'tasks.handedOverBy', {
              name: task.offer.transfer.from.name,
            })}
          </b>{' '}
          {task.offer.transfer.reason}
        </p>
      )}
      <p className={styles.offerText}>{task.lastLine?.text ?? task.requestTitle}</p>
      {task.offer && !task.offer.isNewRequest && (
        <p className={`ell ${styles.offerRequest}`}>
          {t('tasks.onRequest', { number: String(task.requestNumber), title: task.requestTitle })}
        </p>
      )}
      <div className={styles.offerActions} title={isOffline ? t('tasks.acceptOffline') : undefined}>
        <Button
          variant="contained"
          {...hints.props(hasKeys ? acceptKey : undefined)}
          disabled={cannot}
          onClick={onAccept}
          endIcon={<Key on="primary" of={acceptKey} />}
        >
          {t('tasks.accept')}
        </Button>
        <Button
          variant="outlined"
          color="inherit"
          {...hints.props(hasKeys ? declineKey : undefined)}
          disabled={cannot}
          onClick={onDecline}
        >
          {t('tasks.decline')}
        </Button>
      </div>
    </fieldset>
  )
}
