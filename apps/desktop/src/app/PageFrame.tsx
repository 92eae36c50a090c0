import type { ReactNode } from 'react'
import { ConnectionBanner } from '../shared/ui/ConnectionBanner.tsx'
import { RegionBoundary } from './RegionBoundary.tsx'
import styles from './app.module.css'

/** The place of a screen beside the desk. `saysLost`: it says by itself that the connection is lost. */
export function PageFrame({ saysLost, children }: { saysLost: boolean; children: ReactNode }): ReactNode {
  return (
    <main className={styles.page} id="page">
      {!saysLost && <ConnectionBanner />}
      <div className={styles.pageBody}>
        <RegionBoundary>{children}</RegionBoundary>
      </div>
    </main>
  )
}
