import type { MouseEvent, ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import styles from './app.module.css'

/** First stops of Tab, seen when focused: straight to a region. */
export function SkipLinks(): ReactNode {
  const t = useT()
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    event.preventDefault()
    document
      .querySelector<HTMLElement>(`${event.currentTarget.hash} [data-region], ${event.currentTarget.hash}[data-region]`)
      ?.focus()
  }
  return (
    <div className={styles.skip}>
      <a href="#tasks" onClick={go}>
        {t('tasks.region')}
      </a>
      <a href="#communication" onClick={go}>
        {t('communication.region')}
      </a>
      <a href="#details" onClick={go}>
        {t('shell.details')}
      </a>
    </div>
  )
}
