import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'
import styles from './quick-replies.module.css'

interface FieldProps {
  label: string
  problem: string | null
  hint?: string
  children: ReactElement<{ id?: string; 'aria-invalid'?: boolean; 'aria-describedby'?: string | undefined }>
}

/** A native field with its label above and below it what is wrong, else a hint. */
export function Field({ label, problem, hint, children }: FieldProps): ReactNode {
  const id = useId()
  const below = problem ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, {
        id,
        'aria-invalid': problem !== null,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
      })}
      {below !== undefined && (
        <small id={`${id}-below`} data-problem={problem === null ? undefined : ''} role={problem ? 'alert' : undefined}>
          {below}
        </small>
      )}
    </div>
  )
}
