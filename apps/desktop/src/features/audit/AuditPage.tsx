import type { AuditEntry } from '@care/contract'
import Button from '@mui/material/Button'
import { Eye, UserCog } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { useAudit } from './api.ts'

/** Settings → Audit: who listened to which recording (row K5), and who changed whose account (row X6). */
export function AuditPage(): ReactNode {
  const t = useT()
  return (
    <SettingsPage title={t('audit.region')} about={t('audit.about')}>
      <Entries />
    </SettingsPage>
  )
}

function Entries(): ReactNode {
  const t = useT()
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit()
  if (!data) return <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
  const entries = data.pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <EmptyState title={t('audit.none')} />
  return (
    <>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('audit.more')}
        </Button>
      )}
    </>
  )
}

const kinds = {
  'recording.listened': 'listened',
  'operator.added': 'added',
  'operator.edited': 'edited',
  'operator.roleChanged': 'roleChanged',
  'operator.passwordSet': 'passwordSet',
  'operator.closed': 'closed',
  'operator.reopened': 'reopened',
} as const satisfies Record<AuditEntry['kind'], string>

function Line({ entry: { kind, at, operator, account, request, customer } }: { entry: AuditEntry }): ReactNode {
  const t = useT()
  const format = useFormat()
  return (
    <li className={styles.line}>
      {kind === 'recording.listened' ? <Eye size={16} aria-hidden="true" /> : <UserCog size={16} aria-hidden="true" />}
      <div className={styles.grow}>
        <strong dir="auto">
          {t(`audit.kinds.${kinds[kind]}`, { name: operator.name, account: account?.name ?? '' })}
        </strong>
        <p>
          {[
            format.dateTime(at),
            request && `REQ-${request.number}`,
            customer && (customer.name || t('common.unknownCustomer')),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  )
}
