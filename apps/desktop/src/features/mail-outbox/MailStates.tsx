import type { Mail } from '@care/contract'
import { Ban, Check, Clock, Send, TriangleAlert } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { ErrorState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useCancelMail, useMails } from './api.ts'
import styles from './mail.module.css'

const icons: Record<Mail['state'], ComponentType<{ size: number; 'aria-hidden': 'true' }>> = {
  waiting: Clock,
  sending: Send,
  sent: Check,
  failed: TriangleAlert,
  cancelled: Ban,
}

/** Region "Outbox": the mails of this activity, latest first, each with its state; what waits can be taken back. */
export function MailStates({ activityId }: { activityId: string }): ReactNode {
  const t = useT()
  const mails = useMails(activityId)
  const items = mails.data?.pages.flatMap((page) => page.items) ?? []
  if (mails.isError && !mails.data)
    return <ErrorState compact title={t('mail.failed')} onRetry={() => void mails.refetch()} />
  if (items.length === 0) return null
  const waits = items.some(({ state }) => state === 'waiting')
  return (
    <section className={styles.outbox} aria-label={t('mail.outbox')}>
      {waits && mails.data?.pages[0]?.isSetUp === false && (
        <output className={styles.notSetUp}>
          <TriangleAlert size={14} aria-hidden="true" />
          {t('mail.notSetUp')}
        </output>
      )}
      <ul>
        {items.map((mail) => (
          <li key={mail.id} data-state={mail.state}>
            <MailLine mail={mail} />
          </li>
        ))}
      </ul>
      {mails.hasNextPage && (
        <LinkButton disabled={mails.isFetchingNextPage} onClick={() => void mails.fetchNextPage()}>
          {t('tasks.showMore')}
        </LinkButton>
      )}
    </section>
  )
}

function MailLine({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  const format = useFormat()
  const isOffline = useIsOffline()
  const cancel = useCancelMail()
  const Icon = icons[mail.state]
  return (
    <>
      <Icon size={14} aria-hidden="true" />
      <b>{t(`mail.states.${mail.state}`)}</b>
      <span className="ell" dir="auto">
        {mail.to} · {mail.subject}
      </span>
      <time dateTime={new Date(mail.createdAt).toISOString()}>{format.dateTime(mail.createdAt)}</time>
      {mail.error !== null && <span className={styles.problem}>{mail.error}</span>}
      {mail.canCancel && (
        <LinkButton
          disabled={isOffline || cancel.isPending}
          onClick={() => cancel.mutate(mail.id, { onError: (error) => showToast(errorText(t, error)) })}
        >
          {t('mail.cancel')}
        </LinkButton>
      )}
    </>
  )
}
