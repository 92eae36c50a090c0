import { Component, type ReactNode } from 'react'
import { preferredLanguage } from '../shared/i18n/I18nProvider.tsx'
import styles from './app.module.css'
import { crashWords } from './crash-words.ts'

interface Props {
  children: ReactNode
  /** For one region, in the words of the page; without it the whole page speaks its own, as no others may be loaded. */
  fallback?: (retry: () => void) => ReactNode
}

/** Keeps a failure inside one region: a broken journey must not stop a chat. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true }
  }
  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const retry = (): void => this.setState({ hasFailed: false })
    if (this.props.fallback) return this.props.fallback(retry)
    const language = preferredLanguage()
    const { title, text, reload } = crashWords(language)
    return (
      <main className={styles.crash} lang={language} role="alert">
        <h1>{title}</h1>
        <p>{text}</p>
        <button type="button" onClick={() => location.reload()}>
          {reload}
        </button>
      </main>
    )
  }
}
