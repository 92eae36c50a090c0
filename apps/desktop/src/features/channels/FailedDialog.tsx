import type { Channel } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { NotThereYet, settingsStyles } from '../../shared/ui/SettingsPage.tsx'
import { EmptyState } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { useFailedIntakes, usePutIntakeAside, useRetryIntake } from './api.ts'

/** What came in by a channel and could not be taken: why, once more, or no more. */
export function FailedDialog({ channel, onClose }: { channel: Channel; onClose: () => void }): ReactNode {
  const t = useT()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('channels.failedTitle', { name: channel.name })}</DialogTitle>
      <DialogContent>
        <FailedList channelId={channel.id} />
      </DialogContent>
      <DialogActions>
        <Button variant="text" color="inherit" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function FailedList({ channelId }: { channelId: string }): ReactNode {
  const t = useT()
  const format = useFormat()
  const [retry, put] = [useRetryIntake(), usePutIntakeAside()]
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useFailedIntakes(channelId)
  if (!data) return <NotThereYet hasFailed={isError} onRetry={() => void refetch()} />
  const items = data.pages.flatMap((page) => page.items)
  const onError = (error: Error): void => showToast(errorText(t, error))
  const bringBack = (id: string): void => put.mutate({ id, isAside: false }, { onError })
  const putAside = (id: string): void =>
    put.mutate(
      { id, isAside: true },
      { onError, onSuccess: () => showToast(t('channels.putAside'), { undo: () => bringBack(id) }) },
    )
  if (items.length === 0) return <EmptyState title={t('channels.noneFailed')} />
  const again = (id: string): void =>
    retry.mutate(id, { onError, onSuccess: () => showToast(t('channels.triedAgain')) })
  return (
    <>
      <ul className={settingsStyles.list}>
        {items.map(({ id, externalId, receivedAt, tries, error }) => (
          <li key={id} className={settingsStyles.line}>
            <div className={settingsStyles.grow}>
              <strong>{format.dateTime(receivedAt)}</strong>
              <span className={settingsStyles.kind}>{t('channels.tries', { n: tries })}</span>
              <p lang="">{error}</p>
              <p lang="">{externalId}</p>
            </div>
            <Button
              size="small"
              color="inherit"
              disabled={put.isPending}
              aria-label={t('channels.asideOf', { name: externalId })}
              onClick={() => putAside(id)}
            >
              {t('channels.aside')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              color="inherit"
              disabled={retry.isPending}
              aria-label={t('channels.retryOf', { name: externalId })}
              onClick={() => again(id)}
            >
              {t('common.tryAgain')}
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('channels.more')}
        </Button>
      )}
    </>
  )
}
