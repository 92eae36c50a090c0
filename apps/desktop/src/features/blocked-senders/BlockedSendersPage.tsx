import Button from '@mui/material/Button'
import { ShieldBan } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { NotThereYet, SettingsPage, settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { useBlockedSenders } from './api.ts'
import styles from './blocked-senders.module.css'
import { BlockSenderDialog } from './BlockSenderDialog.tsx'
import { SenderLine } from './SenderLine.tsx'

/** Settings → Blocked senders: who is refused, by whom and why, and who was; lifted and put back in one click (rule 26). */
export function BlockedSendersPage(): ReactNode {
  const t = useT()
  const [lifted, setLifted] = useState(false)
  const [isAdding, setIsAdding] = useState(false)
  return (
    <SettingsPage
      title={t('blockedSenders.region')}
      about={t('blockedSenders.about')}
      action={
        <Button
          variant="contained"
          size="small"
          startIcon={<ShieldBan size={16} aria-hidden="true" />}
          onClick={() => setIsAdding(true)}
        >
          {t('blockedSenders.block')}
        </Button>
      }
    >
      <fieldset className={styles.tabs} aria-label={t('blockedSenders.which')}>
        {[false, true].map((value) => (
          <button key={String(value)} type="button" aria-pressed={lifted === value} onClick={() => setLifted(value)}>
            {t(value ? 'blockedSenders.before' : 'blockedSenders.now')}
          </button>
        ))}
      </fieldset>
      <SenderList key={String(lifted)} lifted={lifted} />
      {isAdding && <BlockSenderDialog onClose={() => setIsAdding(false)} />}
    </SettingsPage>
  )
}

function SenderList({ lifted }: { lifted: boolean }): ReactNode {
  const t = useT()
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useBlockedSenders(lifted)
  if (!data) return <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
  const senders = data.pages.flatMap(({ items }) => items)
  if (senders.length === 0)
    return <EmptyState title={t(lifted ? 'blockedSenders.noneBefore' : 'blockedSenders.none')} />
  return (
    <>
      <ul className={settingsStyles.list}>
        {senders.map((sender) => (
          <SenderLine key={sender.id} sender={sender} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('blockedSenders.more')}
        </Button>
      )}
    </>
  )
}
