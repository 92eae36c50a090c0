import { ArrowLeft, X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useMedia } from '../../../shared/hooks/useMedia.ts'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { regionStop } from '../../../shared/keyboard/regions.ts'
import { IconAction } from '../../../shared/ui/Section.tsx'
import styles from './book.module.css'

interface CustomerPanelProps {
  label: string
  onClose: () => void
  children: ReactNode
}

/** The open customer beside the table; over it where there is no room. The focus goes in and comes back. */
export function CustomerPanel({ label, onClose, children }: CustomerPanelProps): ReactNode {
  const t = useT()
  const isPhone = useMedia('(max-width: 767.95px)')
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside ref={panel} className={styles.panel} aria-label={label} {...regionStop} tabIndex={-1}>
      <div className={styles.panelHead}>
        <IconAction label={t(isPhone ? 'addressBook.back' : 'common.close')} onClick={onClose}>
          {isPhone ? <ArrowLeft size={16} aria-hidden="true" /> : <X size={16} aria-hidden="true" />}
        </IconAction>
      </div>
      {children}
    </aside>
  )
}
