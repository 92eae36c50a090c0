import { Check } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { create } from 'zustand'
import { useT } from '../i18n/I18nProvider.tsx'
import { useKeyHints } from '../keyboard/hints.ts'
import { layerKeys } from '../keyboard/layer-keys.ts'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { Key } from './marks.tsx'
import { Ring } from './Ring.tsx'
import styles from './ui.module.css'

interface Toast {
  id: number
  text: string
  /** With it the toast counts down five seconds and offers to undo (key z). */
  undo?: () => void
  /** Runs when the toast goes without undo. */
  done?: () => void
}

interface Toasts {
  toast: Toast | null
}
const seconds = 5
let lastId = 0

/** What was just done; one at a time, the newest replaces. */
export const useToast = create<Toasts>()(() => ({ toast: null }))

export function showToast(text: string, options: Pick<Toast, 'undo' | 'done'> = {}): void {
  useToast.getState().toast?.done?.()
  lastId += 1
  useToast.setState({ toast: { id: lastId, text, ...options } })
}

/** Undoes what the shown toast speaks of; nothing when it offers no undo. */
export function undoToast(): void {
  const toast = useToast.getState().toast
  if (!toast?.undo) return
  useToast.setState({ toast: null })
  toast.undo()
}

function Shown({ toast }: { toast: Toast }): ReactNode {
  const t = useT()
  const hints = useKeyHints()
  const [undoKey] = layerKeys.keys.undo
  useShortcuts(layerKeys, { undo: toast.undo && undoToast })
  const [left, setLeft] = useState(seconds)
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => {
      if (left > 1) return setLeft(left - 1)
      toast.done?.()
      useToast.setState((old) => (old.toast?.id === toast.id ? { toast: null } : old))
    }, 1000)
    return () => clearTimeout(timer)
  }, [left, isHeld, toast])
  const hold = {
    onMouseEnter: () => setIsHeld(true),
    onMouseLeave: () => setIsHeld(false),
    onFocus: () => setIsHeld(true),
    onBlur: () => setIsHeld(false),
  }
  return (
    <div className={styles.toast} {...hold}>
      {toast.undo ? <Ring left={left} of={seconds} size={24} /> : <Check size={14} aria-hidden="true" />}
      <span>{toast.text}</span>
      {toast.undo && (
        <button type="button" {...hints.props(undoKey)} onClick={undoToast}>
          {t('common.undo')} <Key of={undoKey} />
        </button>
      )}
    </div>
  )
}

/** Where toasts appear: bottom left, never over the thread's end. */
export function ToastRegion(): ReactNode {
  const toast = useToast((state) => state.toast)
  return <output className={styles.toastRegion}>{toast && <Shown key={toast.id} toast={toast} />}</output>
}
