import type { ActivityDetails, Callback, CallbackAttempt } from '@care/contract'
import { newKey } from '@care/client'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useUndoable } from '../../shared/entities/undo.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useDial } from '../../shared/workspace/dial.ts'
import { useCallBack, useCancelCallback, useLinkCallback } from './api.ts'
import { callbackKey } from './realtime.ts'
import { AttemptForm } from './AttemptForm.tsx'
import styles from './callbacks.module.css'
import { MoveForm } from './MoveForm.tsx'

/** A call back in Communication: whom to call and when, how the tries went, and what can be done now (row K4). */
export function CallbackPart({ activity }: { activity: ActivityDetails }): ReactNode {
  const t = useT()
  const { data, isError, refetch } = useCallBack(activity.id)
  if (isError && !data) return <ErrorState compact title={t('callbacks.failed')} onRetry={() => void refetch()} />
  return (
    <section className={styles.part} aria-label={t('callbacks.title')}>
      {data ? <Body callback={data} activity={activity} /> : <SkeletonLines lines={3} />}
    </section>
  )
}

interface BodyProps {
  callback: Callback
  activity: ActivityDetails
}

function Body({ callback, activity }: BodyProps): ReactNode {
  const { abilities, attempts, note } = callback
  return (
    <>
      <Facts callback={callback} activity={activity} />
      {note !== '' && (
        <p className={styles.note} dir="auto">
          {note}
        </p>
      )}
      {attempts.length > 0 && <Tries attempts={attempts} />}
      {abilities.note && <AttemptForm key={attempts.length} callback={callback} />}
      {(abilities.move || abilities.cancel) && <Changes callback={callback} />}
    </>
  )
}

/** By one’s line at a phone system, else by whatever this machine telephones with. */
function Dial({ callback: { phone, shownPhone }, activity }: BodyProps): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const line = useDial()
  const look = {
    variant: 'contained',
    size: 'small',
    startIcon: <Phone size={14} aria-hidden="true" />,
    className: `${styles.dial} num`,
  } as const
  const words = t('callbacks.call', { phone: shownPhone })
  if (!line)
    return (
      <Button component="a" href={`tel:${phone}`} {...look}>
        {words}
      </Button>
    )
  const { customer, request } = activity
  return (
    <Button
      {...look}
      disabled={isOffline || line.isPending}
      onClick={() => line.dial({ customerId: customer.id, phone, requestId: request.id })}
    >
      {words}
    </Button>
  )
}

/** The number to dial, when, and in whose time. */
function Facts({ callback, activity }: BodyProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const { slot, timeZone, dueAt, cancelledAt, cancelledBy } = callback
  const isElsewhere = timeZone !== null && timeZone !== Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <>
      <Dial callback={callback} activity={activity} />
      <dl className={styles.facts}>
        <dt>{t('callbacks.due')}</dt>
        <dd className="num">
          {format.dateTime(slot.from)}
          {isElsewhere && <span> · {t('callbacks.customerTime', { time: format.time(slot.from, timeZone) })}</span>}
        </dd>
      </dl>
      <p className={styles.origin}>
        {cancelledAt === null
          ? t(`callbacks.${callback.origin}`)
          : t(cancelledBy === 'customer' ? 'callbacks.cancelledByCustomer' : 'callbacks.cancelled')}
        {dueAt !== null && ` · ${t('callbacks.waitsFor', { time: format.dateTime(dueAt) })}`}
      </p>
    </>
  )
}

function Tries({ attempts }: { attempts: readonly CallbackAttempt[] }): ReactNode {
  const t = useT()
  const format = useFormat()
  return (
    <ol className={styles.tries} aria-label={t('callbacks.tries')}>
      {attempts.map(({ number, outcome, operator, at, note }) => (
        <li key={number}>
          <b>{t(`callbacks.outcomes.${outcome}`)}</b>
          <span className="num">
            {format.dateTime(at)} · {operator.name}
          </span>
          {note !== '' && <span dir="auto">{note}</span>}
        </li>
      ))}
    </ol>
  )
}

function Changes({ callback: { activityId, requestId, abilities, slot } }: { callback: Callback }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const cancel = useCancelCallback(activityId)
  const link = useLinkCallback(activityId)
  const undoable = useUndoable()
  const client = useQueryClient()
  const refetch = (): void => void client.invalidateQueries({ queryKey: callbackKey(activityId) })
  const [isMoving, setIsMoving] = useState(false)
  if (isMoving && abilities.move)
    return <MoveForm activityId={activityId} from={slot.from} onClose={() => setIsMoving(false)} />
  const onError = (error: Error): void => showToast(errorText(t, error))
  const giveUp = (): void => {
    const change = newKey()
    const onSuccess = (): void => undoable(t('callbacks.events.cancelled'), { requestId, change, onUndone: refetch })
    cancel.mutate(change, { onError, onSuccess })
  }
  const copyLink = (): void =>
    link.mutate(undefined, {
      onError,
      onSuccess: ({ token }) =>
        void navigator.clipboard
          .writeText(`${window.location.origin}/callback#${token}`)
          .then(() => showToast(t('callbacks.linkCopied')), onError),
    })
  return (
    <div className={styles.foot}>
      <Button size="small" variant="text" color="inherit" disabled={isOffline || link.isPending} onClick={copyLink}>
        {t('callbacks.link')}
      </Button>
      {abilities.move && (
        <Button size="small" variant="outlined" color="inherit" disabled={isOffline} onClick={() => setIsMoving(true)}>
          {t('callbacks.move')}
        </Button>
      )}
      {abilities.cancel && (
        <Button size="small" variant="text" color="inherit" disabled={isOffline || cancel.isPending} onClick={giveUp}>
          {t('callbacks.cancel')}
        </Button>
      )}
    </div>
  )
}
