import Button from '@mui/material/Button'
import { Bell } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { askToNotify, canAskToNotify } from '../../shared/notify/desktop-notification.ts'
import { Banner } from '../../shared/ui/Banner.tsx'
import { useMissed } from './missed.ts'
import styles from './tasks.module.css'

/** After the first missed offer, and never at load: may the browser tell of the next one? */
export function AskForNotifications(): ReactNode {
  const t = useT()
  const missed = useMissed(({ count }) => count)
  const [isAnswered, setIsAnswered] = useState(false)
  if (missed === 0 || isAnswered || !canAskToNotify()) return null
  return (
    <div className={styles.ask}>
      <Banner
        tone="info"
        icon={<Bell size={16} aria-hidden="true" />}
        title={t('tasks.askNotify')}
        actions={
          <>
            <Button size="small" variant="contained" onClick={() => void askToNotify().then(() => setIsAnswered(true))}>
              {t('tasks.askNotifyYes')}
            </Button>
            <Button size="small" color="inherit" onClick={() => setIsAnswered(true)}>
              {t('tasks.askNotifyNo')}
            </Button>
          </>
        }
      />
    </div>
  )
}
