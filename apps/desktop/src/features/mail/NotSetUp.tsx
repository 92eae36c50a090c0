import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMe } from '../../shared/entities/me.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useMails } from './api.ts'
import styles from './mail.module.css'

/** No mailbox sends: what is written waits. Who may set one up is led there. */
export function NotSetUp({ activityId }: { activityId: string }): ReactNode {
  const t = useT()
  const me = useMe()
  if (useMails(activityId).data?.pages[0]?.isSetUp !== false) return null
  return (
    <output className={styles.notSetUp}>
      <TriangleAlert size={14} aria-hidden="true" />
      {t('mail.notSetUp')}
      {me?.permissions.includes('settings.channels') && <Link href="/settings/channels">{t('mail.setUp')}</Link>}
    </output>
  )
}
