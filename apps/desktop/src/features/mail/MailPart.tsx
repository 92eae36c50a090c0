import type { ActivityDetails } from '@care/contract'
import Button from '@mui/material/Button'
import { Mail } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useCommands } from '../../shared/keyboard/commands.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { MailForm } from './MailForm.tsx'

interface MailPartProps {
  activity: ActivityDetails
}

/** Above the composer of a talk whose customer has gone: the answer by mail (row M5). */
export function MailPart({ activity }: MailPartProps): ReactNode {
  return activity.abilities.answerByMail ? <MailOffer key={activity.id} activity={activity} /> : null
}

/** Whose customer was not here to leave: he is at a telephone. */
const isCall = ({ medium }: ActivityDetails): boolean => medium === 'call' || medium === 'callback'

function MailOffer({ activity }: MailPartProps): ReactNode {
  const t = useT()
  const [isWriting, setIsWriting] = useState(false)
  const write = (): void => setIsWriting(true)
  useCommands(() =>
    isWriting ? [] : [{ id: 'answerByMail', group: t('communication.region'), label: t('mail.answer'), run: write }],
  )
  if (isWriting) return <MailForm activity={activity} onClose={() => setIsWriting(false)} />
  return (
    <Banner
      tone="info"
      icon={<Mail size={16} aria-hidden="true" />}
      title={t(isCall(activity) ? 'mail.afterCall' : 'mail.left')}
      text={t('mail.leftText')}
      actions={
        <Button size="small" variant="outlined" color="inherit" onClick={write}>
          {t('mail.answer')}
        </Button>
      }
    />
  )
}
