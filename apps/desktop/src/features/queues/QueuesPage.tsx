import { isApiError } from '@care/client'
import type { Queue } from '@care/contract'
import type { DesktopT } from '@care/i18n/desktop'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { Archive, ArchiveRestore, Inbox, Pencil, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { isInUse, queuesQuery } from '../../shared/entities/workspace-lists.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Banner } from '../../shared/ui/Banner.tsx'
import { IconAction } from '../../shared/ui/Section.tsx'
import { NotThereYet, SettingsPage, settingsStyles as styles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useArchiveQueue } from './api.ts'
import { QueueDialog } from './QueueDialog.tsx'

/** Settings → Queues: where work waits, who gets it, what is promised (rules 13–19). */
export function QueuesPage(): ReactNode {
  const t = useT()
  const [edited, setEdited] = useState<Queue | 'new' | null>(null)
  const { data, isError, refetch } = useQuery(queuesQuery)
  const lines = data?.toSorted((a, b) => Number(b.isActive) - Number(a.isActive))
  return (
    <SettingsPage
      title={t('queues.region')}
      about={t('queues.about')}
      action={
        data && (
          <Button variant="contained" size="small" startIcon={<Plus size={16} />} onClick={() => setEdited('new')}>
            {t('queues.add')}
          </Button>
        )
      }
    >
      {!lines ? (
        <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
      ) : lines.length === 0 ? (
        <EmptyState icon={<Inbox size={20} />} title={t('queues.none')} text={t('queues.noneText')} />
      ) : (
        <ul className={styles.list}>
          {lines.map((queue) => (
            <QueueLine key={queue.id} queue={queue} queues={lines} onEdit={() => setEdited(queue)} />
          ))}
        </ul>
      )}
      {edited !== null && lines && (
        <QueueDialog queue={edited === 'new' ? null : edited} queues={lines} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  )
}

interface QueueLineProps {
  queue: Queue
  queues: readonly Queue[]
  onEdit: () => void
}

function QueueLine({ queue, queues, onEdit }: QueueLineProps): ReactNode {
  const t = useT()
  const archive = useArchiveQueue()
  const { name, isActive } = queue
  const target = queues.find(({ id }) => id === queue.overflowQueueId)
  const reason = archive.error && inUseWords(t, archive.error)
  const set = (next: boolean): void =>
    archive.mutate(
      { queue, isActive: next },
      { onError: (error) => inUseWords(t, error) === null && showToast(errorText(t, error)) },
    )
  return (
    <>
      <li className={styles.line}>
        <div className={styles.grow}>
          <strong>{name}</strong>
          {!isActive && <span className={styles.kind}>{t('settings.archived')}</span>}
          {isActive && !queue.isOpen && <span className={styles.kind}>{t('queues.closedNow')}</span>}
          <p>
            {[
              t('settings.members', { n: queue.memberIds.length }),
              t(`queues.strategies.${queue.strategy}`),
              t('transferTo.waiting', { n: queue.waiting }),
              ...(target && queue.overflowSeconds !== null ? [t('queues.overflowsTo', { name: target.name })] : []),
            ].join(' · ')}
          </p>
        </div>
        <IconAction label={t('queues.edit', { name })} onClick={onEdit}>
          <Pencil size={16} aria-hidden="true" />
        </IconAction>
        <IconAction
          label={t(isActive ? 'settings.archive' : 'settings.bringBack', { name })}
          disabled={archive.isPending}
          onClick={() => set(!isActive)}
        >
          {isActive ? <Archive size={16} aria-hidden="true" /> : <ArchiveRestore size={16} aria-hidden="true" />}
        </IconAction>
      </li>
      {reason !== null && isInUse(queue) && (
        <li>
          <Banner tone="warn" role="alert" title={t('queues.inUse', { name })} text={reason} />
        </li>
      )}
    </>
  )
}

/** What stands in the queue or leads to it, and what to do first; null where that is not why it was refused. */
function inUseWords(t: DesktopT, error: Error): string | null {
  if (!isApiError(error) || error.details.problem !== 'IN_USE') return null
  const { tasks, requests, sites, channels, queues } = error.details
  const names = (list: unknown): string => (Array.isArray(list) ? list.join(', ') : '')
  return [
    ...(Number(tasks) > 0 ? [t('queues.inUseTasks', { n: Number(tasks) })] : []),
    ...(Number(requests) > 0 ? [t('queues.inUseRequests', { n: Number(requests) })] : []),
    ...(names(sites) === '' ? [] : [t('queues.inUseSites', { names: names(sites) })]),
    ...(names(channels) === '' ? [] : [t('queues.inUseChannels', { names: names(channels) })]),
    ...(names(queues) === '' ? [] : [t('queues.inUseQueues', { names: names(queues) })]),
  ].join(' ')
}
