import type { ReactNode } from 'react'
import { useAnnouncements } from '../shared/announce.ts'

/** The two nodes that screen readers listen to. */
export function Announcer(): ReactNode {
  const { polite, alert } = useAnnouncements()
  return (
    <>
      <output className="sr" aria-live="polite">
        {polite}
      </output>
      <div className="sr" role="alert">
        {alert}
      </div>
    </>
  )
}
