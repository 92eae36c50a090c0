import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import styles from './ui.module.css'

interface SectionProps {
  /** Heading and the region's accessible name. */
  title: string
  /** Key under which open or closed is kept. */
  id: string
  /** Grey words after the heading. */
  aside?: ReactNode
  /** Buttons at the end of the heading. */
  actions?: ReactNode
  children: ReactNode
}

const storageKey = (id: string): string => `care.section.${id}`

/** A region of the Context column that folds; whether it is open is kept per browser. */
export function Section({ title, id, aside, actions, children }: SectionProps): ReactNode {
  const [isOpen, setIsOpen] = useState(() => localStorage.getItem(storageKey(id)) !== 'closed')
  const bodyId = useId()
  const body = useSameHeight(id)
  const toggle = (): void => {
    localStorage.setItem(storageKey(id), isOpen ? 'closed' : 'open')
    setIsOpen(!isOpen)
  }
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>
          <button
            type="button"
            className={styles.sectionToggle}
            aria-expanded={isOpen}
            aria-controls={bodyId}
            onClick={toggle}
          >
            <ChevronDown size={14} aria-hidden="true" />
            {title}
          </button>
        </h2>
        {aside !== undefined && <span className={styles.aux}>{aside}</span>}
        {actions !== undefined && <span className={styles.sectionEnd}>{actions}</span>}
      </header>
      <div ref={body} id={bodyId} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  )
}

/** How high each section was when it last showed something, also after a reload. */
const heightKey = (id: string): string => `care.section-height.${id}`
const isLoading = (body: HTMLElement): boolean => body.querySelector('[aria-busy="true"]') !== null

/** While a section loads it stays as high as it was: what comes late must not move the sections below. */
function useSameHeight(id: string): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = body.current
    if (element) element.style.minHeight = isLoading(element) ? `${localStorage.getItem(heightKey(id)) ?? 0}px` : ''
  })
  useEffect(() => {
    const element = body.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      if (isLoading(element) || element.offsetHeight === 0) return
      localStorage.setItem(heightKey(id), String(element.offsetHeight))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [id])
  return body
}

/** Small text button in a section's heading. */
export function LinkButton({ children, ...rest }: React.ComponentProps<'button'>): ReactNode {
  return (
    <button type="button" className={styles.link} {...rest}>
      {children}
    </button>
  )
}

/** Small square button with an icon; its name is its tooltip too. */
export function IconAction({ label, ...rest }: { label: string } & React.ComponentProps<'button'>): ReactNode {
  return <button type="button" className={styles.iconAction} aria-label={label} title={label} {...rest} />
}
