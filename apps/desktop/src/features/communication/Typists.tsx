import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useTypistsIn } from '../../shared/realtime/typing.ts'
import styles from './thread.module.css'

/** Who types just now: the customer, or a colleague who writes a reply. */
export function Typists({ activityId, customerName }: { activityId: string; customerName: string }): ReactNode {
  const t = useT()
  const typists = useTypistsIn(activityId)
  if (typists.length === 0) return null
  return (
    <output className={styles.typing}>
      <span className={styles.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {typists.map(({ id, kind, name }) => (
        <span key={id}>
          {kind === 'customer'
            ? t('communication.isTyping', { name: name || customerName })
            : t('communication.isWriting', { name })}
        </span>
      ))}
    </output>
  )
}
