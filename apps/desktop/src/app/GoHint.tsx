import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { shownKey } from '../shared/keyboard/hints.ts'
import { wordsOfKey } from '../shared/keyboard/words.ts'
import { Kbd } from '../shared/ui/marks.tsx'
import { goKeys } from './desk-keys.ts'
import styles from './shortcuts.module.css'

/** After the first of two keys: what the second may be. Only for the eyes; the help says the same. */
export function GoHint(_props: { onClose: () => void }): ReactNode {
  const t = useT()
  return (
    <div className={styles.next} aria-hidden="true">
      {Object.entries(goKeys.keys).map(([id, [key = '']]) => (
        <span key={id}>
          <Kbd>{shownKey(key.split(' ')[1] ?? '')}</Kbd> {wordsOfKey(t, goKeys, id)}
        </span>
      ))}
    </div>
  )
}
