import type { ReactNode } from 'react'
import styles from './fields-part.module.css'

/** Fields of a settings dialog that belong together, below a heading of their own. */
export function FieldsPart({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <fieldset className={styles.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
