import type { ReactNode } from 'react'
import styles from './ui.module.css'

interface BannerProps {
  tone: 'warn' | 'err' | 'info' | 'neutral'
  icon?: ReactNode
  title: ReactNode
  text?: ReactNode
  actions?: ReactNode
  /** `alert` only for what must interrupt (see the design's list). */
  role?: 'status' | 'alert'
}

/** One line across a region: connection, permission, conflict. */
export function Banner({ tone, icon, title, text, actions, role = 'status' }: BannerProps): ReactNode {
  return (
    <div className={styles.banner} data-tone={tone} role={role}>
      {icon}
      <div>
        {title}
        {text !== undefined && <small>{text}</small>}
      </div>
      {actions !== undefined && <span className={styles.bannerActions}>{actions}</span>}
    </div>
  )
}

/** The place of a banner whose code comes: as high as it will be. */
export function BannerFrame({ children }: { children: ReactNode }): ReactNode {
  return <Banner tone="info" title={<div className={styles.bannerComing}>{children}</div>} />
}
