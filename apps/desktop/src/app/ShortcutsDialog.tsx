import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../shared/i18n/I18nProvider.tsx'
import { useSingleKeys, type SingleKeys } from '../shared/keyboard/settings.ts'
import { Kbd } from '../shared/ui/marks.tsx'
import styles from './shortcuts.module.css'

/** All keys of the desk, and how single letters act. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }): ReactNode {
  const t = useT()
  const rows: [label: string, keys: string[]][] = [
    [t('shell.keyNext'), ['J', 'K']],
    [t('shell.keyOpen'), ['Enter', 'O']],
    [t('shell.keyAccept'), ['A']],
    [t('shell.keyDecline'), ['⇧ A']],
    [t('shell.keyReply'), ['R']],
    [t('shell.keyComment'), ['N']],
    [t('shell.quickReplies'), ['/']],
    [t('shell.keySend'), ['Ctrl ↵']],
    [t('shell.keySendKeep'), ['Ctrl ⇧ ↵']],
    [t('shell.keyOtherTask'), ['Alt ↑', 'Alt ↓']],
    [t('shell.keyClose'), ['E']],
    [t('communication.transfer'), ['T']],
    [t('snooze.snooze'), ['S']],
    [t('tasks.addRequest'), ['C']],
    [t('shell.addTodo'), ['F']],
    [t('shell.keyPriority'), ['P']],
    [t('shell.keyTag'), ['L']],
    [t('communication.markUnread'), ['U']],
    [t('shell.keyDetails'), ['I']],
    [t('common.undo'), ['Z']],
    [t('shell.keyGoDesk'), ['G', 'D']],
    [t('liveQueues.keyGo'), ['G', 'Q']],
    [t('quickReplies.keyGo'), ['G', 'K']],
    [t('shell.keyGoCustomers'), ['G', 'C']],
    [t('shell.keyGoTodos'), ['G', 'T']],
    [t('shell.keyGoDeals'), ['G', 'E']],
    [t('shell.notifications'), ['G', 'N']],
    [t('shell.keyRegion'), ['F6', '⇧ F6']],
    [t('shell.keyEscape'), ['Esc']],
    [t('shell.keyboardShortcuts'), ['?']],
  ]
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title" sx={{ display: 'flex', alignItems: 'center' }}>
        <span style={{ flex: 1 }}>{t('shell.keyboardShortcuts')}</span>
        <IconButton aria-label={t('common.close')} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </DialogTitle>
      <DialogContent>
        <dl className={styles.rows}>
          {rows.map(([label, keys]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
                <span className="sr">{keys.join(', ')}</span>
              </dd>
            </div>
          ))}
        </dl>
        <SingleKeysChoice />
      </DialogContent>
    </Dialog>
  )
}

function SingleKeysChoice(): ReactNode {
  const t = useT()
  const { mode, choose } = useSingleKeys()
  const words: Record<SingleKeys, string> = {
    on: t('shell.singleOn'),
    alt: t('shell.singleAlt'),
    off: t('shell.singleOff'),
  }
  return (
    <fieldset className={styles.choice}>
      <legend>{t('shell.singleKeys')}</legend>
      {(['on', 'alt', 'off'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="single-keys" checked={mode === one} onChange={() => choose(one)} /> {words[one]}
        </label>
      ))}
    </fieldset>
  )
}
