import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { FieldsPart } from '../../shared/ui/FieldsPart.tsx'
import type { PartProps } from './QueueDialog.tsx'
import styles from './queues.module.css'
import { QueueNumber } from './RoutingFields.tsx'

/** What the queue promises: its figures and alerts measure by it (rule 45); how many are called back at once (row K4). */
export function PromiseFields(props: PartProps): ReactNode {
  const t = useT()
  return (
    <FieldsPart title={t('queues.promise')}>
      <div className={styles.pair}>
        <QueueNumber name="serviceLevelPercent" {...props} />
        <QueueNumber name="serviceLevelSeconds" {...props} />
      </div>
      <QueueNumber name="maxWaitSeconds" {...props} />
      <QueueNumber name="callbackPlaces" {...props} />
    </FieldsPart>
  )
}
