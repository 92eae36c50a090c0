import { foldText, limits } from '@care/domain'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import { Printer, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../shared/keyboard/hints.ts'
import type { KeyGroup } from '../shared/keyboard/keys.ts'
import { headingOfKeys, wordsOfKey } from '../shared/keyboard/words.ts'
import { focusHere } from '../shared/ui/focus-here.ts'
import { Kbd } from '../shared/ui/marks.tsx'
import { allKeys } from './every-key.ts'
import { SingleKeysChoice } from './SingleKeysChoice.tsx'
import styles from './shortcuts.module.css'

/** All keys of the desk as they are pressed here, found as one types, to be printed; and how single letters act. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const groups = useGroups(typed)
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth="md"
      fullWidth
      aria-labelledby="shortcuts-title"
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <DialogTitle id="shortcuts-title" component="div" sx={{ display: 'flex', alignItems: 'center' }}>
        <span style={{ flex: 1 }}>{t('shell.keyboardShortcuts')}</span>
        <IconButton className={styles.close ?? ''} aria-label={t('common.close')} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </DialogTitle>
      <DialogContent>
        <div className={styles.find}>
          <input
            ref={focusHere}
            type="search"
            dir="auto"
            autoComplete="off"
            maxLength={limits.search}
            aria-label={t('keys.find')}
            placeholder={t('keys.find')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            size="small"
            variant="outlined"
            color="inherit"
            startIcon={<Printer size={14} />}
            onClick={() => window.print()}
          >
            {t('keys.print')}
          </Button>
        </div>
        <output className="sr">{t('keys.found', { n: groups.reduce((n, { rows }) => n + rows.length, 0) })}</output>
        {groups.length === 0 && <p className={styles.none}>{t('keys.none')}</p>}
        {groups.map(({ group, heading, rows }) => (
          <section key={group.id} aria-label={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <dl className={styles.rows}>
              {rows.map(({ id, words, keys }) => (
                <div key={id}>
                  <dt>{words}</dt>
                  <dd>
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                    <span className="sr">{keys.length === 0 ? t('keys.off') : keys.join(', ')}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <SingleKeysChoice />
      </DialogContent>
    </Dialog>
  )
}

interface Shown {
  group: KeyGroup
  heading: string
  rows: { id: string; words: string; keys: string[] }[]
}

/** Found by any part of the words or of the key; a heading finds all below it. */
function useGroups(typed: string): Shown[] {
  const t = useT()
  const hints = useKeyHints()
  const wanted = foldText(typed.trim())
  return allKeys
    .map((group) => {
      const heading = headingOfKeys(t, group)
      const isWhole = foldText(heading).includes(wanted)
      const rows = Object.entries(group.keys)
        .map(([id, keys]) => ({
          id,
          words: wordsOfKey(t, group, id),
          keys: keys.flatMap((key) => (key === ' ' ? [] : (hints.text(key) ?? []))),
        }))
        .filter(({ words, keys }) => isWhole || [words, ...keys].some((text) => foldText(text).includes(wanted)))
      return { group, heading, rows }
    })
    .filter(({ rows }) => rows.length > 0)
}
