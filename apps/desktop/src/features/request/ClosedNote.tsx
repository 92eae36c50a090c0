import Button from '@mui/material/Button'
import type { RequestDetails } from '@care/contract'
import { CircleCheck, RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useReopenRequest } from '../../shared/entities/request.ts'
import { errorText } from '../../shared/error-text.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useIsOffline } from '../../shared/realtime/connection.ts'
import styles from './request.module.css'

/** How a request ended: outcome, when, by whom, the note, the rating, and the way back. */
export function ClosedNote({ request }: { request: RequestDetails }): ReactNode {
  const t = useT()
  const format = useFormat()
  const reopen = useReopenRequest(request.id)
  const isOffline = useIsOffline()
  return (
    <div className={styles.closed}>
      <CircleCheck size={16} aria-hidden="true" />
      <div>
        <b>
          {request.outcome ? t('request.closedAs', { outcome: request.outcome.name[t.language] }) : t('request.closed')}
        </b>
        {request.closedAt !== null && (
          <div className="num">
            {t('request.closedBy', {
              time: format.dateTime(request.closedAt),
              name: request.closedBy?.name ?? t('request.system'),
            })}
          </div>
        )}
        {request.outcomeNote !== '' && (
          <p className={styles.noteText} dir="auto">
            {request.outcomeNote}
          </p>
        )}
        <Rating rating={request.rating} />
        {reopen.error && (
          <p role="alert" className={styles.problem}>
            {errorText(t, reopen.error)}
          </p>
        )}
      </div>
      {request.abilities.reopen && (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<RotateCcw size={14} />}
          disabled={reopen.isPending || isOffline}
          onClick={() => reopen.mutate()}
        >
          {t('request.reopen')}
        </Button>
      )}
    </div>
  )
}

function Rating({ rating }: Pick<RequestDetails, 'rating'>): ReactNode {
  const t = useT()
  if (!rating) return null
  return (
    <>
      <div>{t('request.rating', { score: rating.score })}</div>
      {rating.comment !== '' && (
        <p className={styles.noteText} dir="auto">
          {rating.comment}
        </p>
      )}
    </>
  )
}

/** A rating of a request that is still open: the customer ended the talk himself. */
export function RatedNote({ rating }: Pick<RequestDetails, 'rating'>): ReactNode {
  return (
    rating && (
      <div className={styles.closed}>
        <div>
          <Rating rating={rating} />
        </div>
      </div>
    )
  )
}
