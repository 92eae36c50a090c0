import type { Mail } from '@care/contract'
import { Ban, Check, Clock, MailWarning, Send, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useTick } from '../../shared/hooks/useTick.ts'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useMailChange } from './api.ts'
import { giveBack } from './letter.ts'
import styles from './mail.module.css'

const icons = { received: Check, waiting: Clock, sending: Send, sent: Check, failed: TriangleAlert, cancelled: Ban }

/** What has become of a mail that goes out: how long it can be taken back, why it waits, what its receiver's server said. */
export function MailState({ mail }: { mail: Mail }): ReactNode {
  const Icon = icons[mail.state]
  const isBad = mail.state === 'failed' || mail.delivery === 'failed'
  return (
    <div className={styles.state} data-bad={isBad || undefined}>
      <span>
        <Icon size={14} aria-hidden="true" />
        <Progress mail={mail} />
        <Actions mail={mail} />
      </span>
      <Delivery mail={mail} />
    </div>
  )
}

function Progress({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  const format = useFormat()
  const { state, sendAfter, tries, error } = mail
  const left = useTick((now) => (state === 'waiting' ? Math.ceil(((sendAfter ?? now) - now) / 1000) : 0))
  if (state === 'waiting' && tries === 0) return left > 0 ? t('mail.goesOut', { n: left }) : t('mail.states.waiting')
  if (state === 'waiting' && sendAfter !== null)
    return t('mail.nextTry', { time: format.dateTime(sendAfter), reason: error ?? '' })
  if (state === 'failed') return t('mail.failedWhy', { reason: error ?? '' })
  return t(`mail.states.${state}`)
}

function Actions({ mail }: { mail: Mail }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const cancel = useMailChange('cancelMail')
  const retry = useMailChange('retryMail')
  const isDisabled = isOffline || cancel.isPending || retry.isPending
  const onError = (error: unknown): void => showToast(errorText(t, error))
  return (
    <>
      {mail.canCancel && (
        <LinkButton
          disabled={isDisabled}
          onClick={() => cancel.mutate(mail.id, { onSuccess: () => giveBack(mail), onError })}
        >
          {t(mail.tries === 0 ? 'common.undo' : 'mail.cancel')}
        </LinkButton>
      )}
      {mail.canRetry && (
        <LinkButton disabled={isDisabled} onClick={() => retry.mutate(mail.id, { onError })}>
          {t(mail.state === 'failed' ? 'mail.sendAgain' : 'mail.sendNow')}
        </LinkButton>
      )}
    </>
  )
}

/** It came back, or is late: the words of the server that said so. */
function Delivery({ mail: { delivery, deliveryNote } }: { mail: Mail }): ReactNode {
  const t = useT()
  if (delivery === null) return null
  return (
    <span role={delivery === 'failed' ? 'alert' : undefined} data-bad={delivery === 'failed' || undefined}>
      {delivery === 'delivered' ? <Check size={14} aria-hidden="true" /> : <MailWarning size={14} aria-hidden="true" />}
      <b>{t(`mail.delivery.${delivery}`)}</b>
      {deliveryNote}
    </span>
  )
}
