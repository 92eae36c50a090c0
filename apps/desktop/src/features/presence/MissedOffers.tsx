import Button from '@mui/material/Button'
import { BellOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Banner } from '../../shared/ui/Banner.tsx'
import { useSetPresence } from './api.ts'
import styles from './presence.module.css'

/** After two missed offers routing sets one away; here is the one click back (rule 16). */
export function MissedOffers(): ReactNode {
  const t = useT()
  const presence = useMe()?.presence
  const setPresence = useSetPresence()
  if (presence?.chosen !== 'away' || presence.awayReason !== 'missedOffers') return null
  return (
    <div className={styles.missed}>
      <Banner
        tone="warn"
        icon={<BellOff size={16} aria-hidden="true" />}
        title={t('presence.missedTitle')}
        text={t('presence.missedText')}
        actions={
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            disabled={setPresence.isPending}
            onClick={() => setPresence.mutate({ chosen: 'available', awayReason: null })}
          >
            {t('presence.becomeAvailable')}
          </Button>
        }
      />
    </div>
  )
}
