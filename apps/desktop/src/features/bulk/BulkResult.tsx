import type { BulkItemState, BulkRun } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { errorText } from '../../shared/error-text.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../shared/ui/states.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import { failedIds, useItems, useTurnBulk } from './api.ts'
import styles from './bulk.module.css'
import { reasonOf } from './reason.ts'

interface BulkResultProps {
  run: BulkRun
  onClose: () => void
  onSelect: (ids: readonly string[]) => void
}
/** What one looks for first comes first. */
const order = ['failed', 'kept', 'done', 'undone', 'skipped', 'waiting'] as const satisfies readonly BulkItemState[]

/** What came of a run at each request, with the reason of each that failed. */
export function BulkResult({ run, onClose, onSelect }: BulkResultProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const present = order.filter((state) => run.counts[state] > 0)
  const [chosen, setChosen] = useState<BulkItemState | null>(null)
  const shown = chosen !== null && present.includes(chosen) ? chosen : (present[0] ?? 'done')
  const turn = useTurnBulk()
  const failed = useMutation({
    mutationFn: () => failedIds(run.id),
    onSuccess: (ids) => {
      onSelect(ids)
      onClose()
    },
    onError: (error) => showToast(errorText(t, error)),
  })
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="bulk-result-title">
      <DialogTitle id="bulk-result-title">{t('bulk.result')}</DialogTitle>
      <DialogContent>
        <div className={styles.tabs}>
          {present.map((state) => (
            <button
              key={state}
              type="button"
              className={styles.tab}
              aria-pressed={state === shown}
              onClick={() => setChosen(state)}
            >
              {t(`bulk.states.${state}`)} {format.number(run.counts[state])}
            </button>
          ))}
        </div>
        <Items key={shown} runId={run.id} state={shown} />
      </DialogContent>
      <DialogActions>
        {run.counts.failed > 0 && (
          <Button variant="text" disabled={failed.isPending} onClick={() => failed.mutate()}>
            {t('bulk.selectFailed')}
          </Button>
        )}
        {run.undoUntil !== null && (
          <Button
            variant="outlined"
            color="inherit"
            disabled={turn.isPending}
            onClick={() =>
              turn.mutate({ runId: run.id, to: 'undo' }, { onError: (error) => showToast(errorText(t, error)) })
            }
          >
            {t('common.undo')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function Items({ runId, state }: { runId: string; state: BulkItemState }): ReactNode {
  const t = useT()
  const { data, isError, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useItems(runId, state)
  if (!data)
    return isError ? (
      <ErrorState compact title={t('bulk.didNotLoad')} onRetry={() => void refetch()} />
    ) : (
      <SkeletonLines />
    )
  const items = data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState title={t('bulk.noItems')} />
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and is reached by keys */}
      <ul className={styles.items} tabIndex={0} aria-label={t(`bulk.states.${state}`)}>
        {items.map((item) => (
          <li key={item.requestId} className={styles.item}>
            <span className={styles.number}>{item.request?.number}</span>
            <span className="ell" dir="auto">
              {item.request?.title ?? t('bulk.gone')}
            </span>
            {item.error && <span className={styles.reason}>{reasonOf(t, item)}</span>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('bulk.showMore')}
        </Button>
      )}
    </>
  )
}
