import { useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import styles from './journey.module.css'

interface LoadMoreProps {
  isLoading: boolean
  hasFailed: boolean
  onLoad: () => void
}

/** The end of what is loaded: goes on by itself when it comes into view, and by a press. */
export function LoadMore({ isLoading, hasFailed, onLoad }: LoadMoreProps): ReactNode {
  const t = useT()
  const place = useRef<HTMLDivElement>(null)
  const load = useRef(onLoad)
  useEffect(() => {
    load.current = onLoad
  })
  useEffect(() => {
    const element = place.current
    // After a failure only a press tries again, else it would try without end.
    if (!element || isLoading || hasFailed) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && load.current(), {
      rootMargin: '200px',
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [isLoading, hasFailed])
  return (
    <div ref={place} className={styles.more}>
      {hasFailed && <span>{t('journey.moreDidNotLoad')}</span>}
      <LinkButton disabled={isLoading} onClick={onLoad}>
        {t(isLoading ? 'journey.loadingMore' : hasFailed ? 'common.tryAgain' : 'journey.earlierRequests')}
      </LinkButton>
    </div>
  )
}
