import type { Snippet } from '@care/contract'
import type { ReactNode } from 'react'
import { shortTime } from '../../shared/format/short-time.ts'
import { serverNow } from '../../shared/clock.ts'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Marked } from '../../shared/ui/Marked.tsx'
import styles from './lists.module.css'

/** Where the words were found, and what stands there. */
export function SnippetLine({ snippet }: { snippet: Snippet | null }): ReactNode {
  const t = useT()
  const format = useFormat()
  if (snippet === null) return <span className={styles.foundIn}>{t('lists.foundFurtherBack')}</span>
  const { place, text, marks, said } = snippet
  const name = said?.authorName || t('common.unknownCustomer')
  const where = said
    ? t(place === 'comment' ? 'lists.foundInComment' : 'lists.foundInMessage', {
        name,
        time: shortTime(format, said.at, serverNow()),
      })
    : t(`lists.foundIn.${place as Exclude<typeof place, 'message' | 'comment'>}`)
  // Title and number stand right above, marked.
  const isAbove = place === 'title' || place === 'number'
  return (
    <>
      <span className={styles.foundIn}>{where}</span>
      {!isAbove && (
        <span className="ell" dir="auto">
          <Marked text={text} marks={marks} />
        </span>
      )}
    </>
  )
}
