import { ArrowLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { create } from 'zustand'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import type { Shown } from '../shared/workspace/selection.ts'
import styles from './app.module.css'

/** The request that was opened from a list, while it is what the desk shows. */
export const useFromList = create<{ requestId: string | null }>()(() => ({ requestId: null }))

/** The way back to the list, to the place in it that one came from. */
export function BackToList({ shown }: { shown: Shown }): ReactNode {
  const t = useT()
  const { requestId } = useFromList()
  if (requestId === null || shown.requestId !== requestId) return null
  return (
    <Link href="/requests" className={styles.back}>
      <ArrowLeft size={14} aria-hidden="true" />
      {t('shell.backToList')}
    </Link>
  )
}
