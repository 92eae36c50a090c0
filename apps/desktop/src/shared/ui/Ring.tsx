import type { ReactNode } from 'react'
import styles from './ui.module.css'

const radius = 15.5
const around = 2 * Math.PI * radius

/** A circle that empties, with the seconds left in it. Decorative: whoever shows it says the time in words once. */
export function Ring({ left, of, size = 36 }: { left: number; of: number; size?: number }): ReactNode {
  const share = of > 0 ? Math.max(0, Math.min(1, left / of)) : 0
  return (
    <span className={styles.ring} aria-hidden="true" style={{ width: size, height: size }}>
      <svg viewBox="0 0 36 36" width={size} height={size}>
        <circle className={styles.ringTrack} cx="18" cy="18" r={radius} />
        <circle
          className={styles.ringLeft}
          cx="18"
          cy="18"
          r={radius}
          strokeDasharray={`${around * share} ${around}`}
        />
      </svg>
      <b>{Math.max(0, Math.ceil(left))}</b>
    </span>
  )
}
