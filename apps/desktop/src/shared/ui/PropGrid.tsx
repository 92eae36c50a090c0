import type { ReactNode } from 'react'
import styles from './ui.module.css'

/** Labels and values in two columns (InlineField, SelectField, PropText). */
export const PropGrid = ({ children }: { children: ReactNode }): ReactNode => (
  <div className={styles.props}>{children}</div>
)

/** A label with a value that nobody edits here. */
export const PropText = ({ label, value, isEmpty }: { label: string; value: string; isEmpty?: boolean }): ReactNode => (
  <div className={styles.prop}>
    <div className={styles.propLabel}>{label}</div>
    <div className={styles.propValue}>
      <span className={isEmpty ? `ell ${styles.propEmpty}` : 'ell'} dir="auto" title={value}>
        {value}
      </span>
    </div>
  </div>
)
