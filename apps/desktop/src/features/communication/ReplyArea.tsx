import type { ActivityDetails, RequestDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { Lock } from 'lucide-react'
import type { ComponentType, ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import type { MailWriterProps } from '../../shared/ui/mail-slots.ts'
import { Composer } from './Composer.tsx'
import type { useUploads } from './useUploads.ts'

interface ReplyAreaProps {
  activity: ActivityDetails
  request: RequestDetails | undefined
  uploads: ReturnType<typeof useUploads>
  onClose: () => void
  onTake: () => void
  MailWriter: ComponentType<MailWriterProps>
}

/** The composer, below a banner that says why one cannot reply where that is so. Comments stay possible if allowed. */
export function ReplyArea({ activity, request, uploads, onClose, onTake, MailWriter }: ReplyAreaProps): ReactNode {
  const { reply, comment } = activity.abilities
  // Nobody writes in a call back; its own part says what can be done.
  const isCallback = activity.medium === 'callback' && (activity.state === 'planned' || activity.state === 'active')
  return (
    <>
      {!reply && !isCallback && <ReadOnlyBanner activity={activity} onTake={onTake} />}
      {(reply || comment) && <Composer key={activity.id} {...{ activity, request, uploads, onClose, MailWriter }} />}
    </>
  )
}

function ReadOnlyBanner({ activity, onTake }: { activity: ActivityDetails; onTake: () => void }): ReactNode {
  const t = useT()
  const isOffline = useIsOffline()
  const { title, text } = wordsFor()
  return (
    <Banner
      tone="neutral"
      icon={<Lock size={16} aria-hidden="true" />}
      title={title}
      text={text}
      actions={
        activity.abilities.take && (
          <Button size="small" variant="contained" disabled={isOffline} onClick={onTake}>
            {t('communication.take')}
          </Button>
        )
      }
    />
  )

  function wordsFor(): { title: string; text?: string } {
    if (activity.state === 'ended') return { title: t('communication.readEnded') }
    if (activity.state === 'wrapUp')
      return { title: t('communication.readWrapUp', { name: activity.operator?.name ?? '' }) }
    // What rings at somebody may be taken by nobody else.
    if (activity.state === 'offered' && activity.abilities.take) return { title: t('communication.readOffered') }
    if (activity.state === 'waiting' || activity.state === 'offered')
      return { title: t('communication.readWaiting'), text: activity.queue?.name ?? '' }
    return {
      title: t('communication.readOnly'),
      text: t('communication.readOnlyWho', { name: activity.operator?.name ?? activity.queue?.name ?? '' }),
    }
  }
}
