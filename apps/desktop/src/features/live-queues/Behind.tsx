import type { LiveQueueRow } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState, type ReactNode } from 'react'
import { FigureRequests } from '../../shared/figures/FigureRequests.tsx'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import styles from './live-queues.module.css'

interface BehindProps {
  queue: LiveQueueRow
  onClose: () => void
  onOpen: (requestId: string, customerId: string) => void
}

/** The requests behind a queue's figures of today: accepted, those of them that waited too long, those who left. */
export function Behind({ queue, onClose, onOpen }: BehindProps): ReactNode {
  const t = useT()
  const titleId = useId()
  const late = queue.today.accepted - queue.today.acceptedInTime
  const [figure, setFigure] = useState<'accepted' | 'late' | 'abandoned'>(late > 0 ? 'late' : 'accepted')
  const figures = [
    ['accepted', t('numbers.accepted'), queue.today.accepted],
    ['late', t('numbers.late'), late],
    ['abandoned', t('numbers.abandoned'), queue.today.abandoned],
  ] as const
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('liveQueues.behind', { queue: queue.name })}</DialogTitle>
      <DialogContent>
        <div role="radiogroup" aria-labelledby={titleId} className={styles.choices}>
          {figures.map(([id, label, count]) => (
            <label key={id} data-chosen={figure === id || undefined}>
              <input type="radio" className="sr" name="figure" checked={figure === id} onChange={() => setFigure(id)} />
              {label} <span className="num">{count}</span>
            </label>
          ))}
        </div>
        <FigureRequests
          key={figure}
          wanted={{ figure, queueId: queue.id }}
          label={figures.find(([id]) => id === figure)?.[1] ?? ''}
          onOpen={onOpen}
        />
      </DialogContent>
      <DialogActions>
        <Button variant="text" color="inherit" onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
