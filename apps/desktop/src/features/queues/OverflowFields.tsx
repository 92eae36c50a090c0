import { overflowOffers, overflowProblem } from '@care/domain'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { isInUse } from '../../shared/entities/workspace-lists.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { FieldsPart } from '../../shared/ui/FieldsPart.tsx'
import type { PartProps } from './QueueDialog.tsx'
import styles from './queues.module.css'
import { QueueNumber } from './RoutingFields.tsx'

/** What happens to work that waits too long: another queue, an offer to its customer, or both (rule 18). */
export function OverflowFields({
  draft,
  queues,
  queueId,
  change,
  isIncomplete,
}: PartProps & { isIncomplete: boolean }): ReactNode {
  const t = useT()
  const inUse = queues.filter(isInUse)
  const targets = new Map(inUse.map(({ id, overflowQueueId }) => [id, overflowQueueId]))
  // Only those that it may overflow into: no circle, no endless chain.
  const possible = inUse.filter(({ id }) => overflowProblem(queueId ?? '', id, targets) === null)
  return (
    <FieldsPart title={t('queues.overflow')}>
      <QueueNumber name="overflowSeconds" draft={draft} change={change} />
      <TextField
        select
        size="small"
        label={t('queues.fields.overflowQueueId')}
        value={possible.some(({ id }) => id === draft.overflowQueueId) ? draft.overflowQueueId : ''}
        helperText={t('queues.hints.overflowQueueId')}
        onChange={(event) => change({ overflowQueueId: event.target.value === '' ? null : event.target.value })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('queues.noQueue')}</MenuItem>
        {possible.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('queues.fields.overflowOffer')}
        value={draft.overflowOffer ?? ''}
        helperText={t('queues.hints.overflowOffer')}
        onChange={(event) =>
          change({ overflowOffer: overflowOffers.find((one) => one === event.target.value) ?? null })
        }
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('queues.offers.none')}</MenuItem>
        {overflowOffers.map((offer) => (
          <MenuItem key={offer} value={offer}>
            {t(`queues.offers.${offer}`)}
          </MenuItem>
        ))}
      </TextField>
      {isIncomplete && (
        <p role="alert" className={styles.problem}>
          {t('queues.overflowIncomplete')}
        </p>
      )}
    </FieldsPart>
  )
}
