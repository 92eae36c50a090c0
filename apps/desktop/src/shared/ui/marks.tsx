import { Star, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { useKeyHints } from '../keyboard/hints.ts'
import styles from './ui.module.css'

/** The gold mark of a very important customer. */
export function VipMark(): ReactNode {
  return (
    <span className={styles.vip}>
      <Star size={10} fill="currentColor" aria-hidden="true" />
      VIP
    </span>
  )
}

/** A customer's name in a row of a list, cut before the mark behind it is. */
export function NameAndMark({ name, isVip }: { name: string; isVip: boolean }): ReactNode {
  return (
    <span className={styles.nameAndMark}>
      <span className="ell" dir="auto">
        {name}
      </span>
      {isVip && <VipMark />}
    </span>
  )
}

/** A small coloured word: state or urgency, never decoration. */
export function Chip({ tone, children }: { tone?: 'ok' | 'warn' | 'err' | 'pri'; children: ReactNode }): ReactNode {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  )
}

/** A tag, with a button to take it away when `onRemove` is given. */
export function TagChip({ tag, onRemove }: { tag: string; onRemove?: () => void }): ReactNode {
  const t = useT()
  return (
    <span className={styles.tag}>
      <span className="ell">{tag}</span>
      {onRemove && (
        <button type="button" aria-label={t('common.removeTag', { tag })} onClick={onRemove}>
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

/** A key of the keyboard; hidden from screen readers, which hear aria-keyshortcuts of the control. */
export function Kbd({ children, on }: { children: ReactNode; on?: 'primary' }): ReactNode {
  return (
    <kbd className={styles.kbd} data-on={on} aria-hidden="true">
      {children}
    </kbd>
  )
}

/** The key of a group as it is pressed here; nothing when the person has switched it off. */
export function Key({ of, on }: { of: string | undefined; on?: 'primary' }): ReactNode {
  const text = useKeyHints().text(of)
  return text !== null && <Kbd {...(on ? { on } : {})}>{text}</Kbd>
}
