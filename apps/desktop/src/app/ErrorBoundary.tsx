import { Component, type ReactNode } from 'react'
import styles from './app.module.css'

interface Props {
  children: ReactNode
  /** For one region, in its own words; without it the whole page speaks plain English, as no words may be loaded. */
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
    return (
      <main className={styles.crash} role="alert">
        <h1>Care Desktop could not be shown</h1>
        <p>What you typed is kept in this browser.</p>
        <button type="button" onClick={() => location.reload()}>
          Reload
        </button>
      </main>
    )
  }
}
