import type { Unfilled } from '@care/domain'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import styles from './picker.module.css'

interface UnfilledMarksProps {
  field: RefObject<HTMLTextAreaElement | null>
  /** Class that gives the field its type and padding; the marks must stand exactly under its words. */
  className: string | undefined
  text: string
  unfilled: readonly Unfilled[]
  onClose: () => void
}

/** Colours what is still to be filled in: a text field cannot, so the same text lies behind it. */
export function UnfilledMarks({ field, className, text, unfilled }: UnfilledMarksProps): ReactNode {
  const marks = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    const follow = (): void => {
      if (!marks.current) return
      // A scroll bar takes width from the field alone.
      marks.current.style.width = `${element.clientWidth}px`
      marks.current.scrollTop = element.scrollTop
    }
    follow()
    element.addEventListener('scroll', follow)
    return () => element.removeEventListener('scroll', follow)
  }, [field, text])
  return (
    <div ref={marks} className={`${className ?? ''} ${styles.marks}`} aria-hidden="true">
      {unfilled.map(({ start, end }, i) => (
        <span key={start}>
          {text.slice(unfilled[i - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(unfilled.at(-1)?.end ?? 0)}
    </div>
  )
}
