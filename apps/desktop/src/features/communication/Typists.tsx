import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useTypistsIn } from '../../shared/realtime/typing.ts'
import styles from './thread.module.css'

/** The customer types just now. What colleagues do stands above the thread. */
export function Typists({ activityId, customerName }: { activityId: string; customerName: string }): ReactNode {
  const t = useT()
  const typists = useTypistsIn(activityId).filter(({ kind }) => kind === 'customer')
  if (typists.length === 0) return null
  return (
    <output className={styles.typing}>
      <span className={styles.dots} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {typists.map(({ id, name }) => (
        <span key={id}>{t('thread.isTyping', { name: name || customerName })}</span>
      ))}
    </output>
  )
}
