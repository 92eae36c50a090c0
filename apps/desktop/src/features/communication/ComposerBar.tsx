import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { ChevronDown, CircleCheck, CirclePause, ListTodo, Paperclip, Send, Smile, Zap } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useKeyHints } from '../../shared/keyboard/hints.ts'
import { Key } from '../../shared/ui/marks.tsx'
import type { SendWay } from '../../shared/ui/mail-slots.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { openFollowUp } from '../../shared/workspace/follow-up-dialog.ts'
import type { ComposerMode } from '../../shared/workspace/open-task.ts'
import { useShown } from '../../shared/workspace/selection.ts'
import styles from './composer.module.css'
import { talkKeys } from './talk-keys.ts'

const EmojiPicker = onDemand(() => import('./EmojiPicker.tsx').then((file) => file.EmojiPicker))
const [sendKey] = talkKeys.keys.send
const [keepKey] = talkKeys.keys.sendAndKeep

interface ComposerBarProps {
  mode: ComposerMode
  canSend: boolean
  canClose: boolean
  onAttach: (files: File[]) => void
  onInsert: (text: string) => void
  /** The list of quick replies is open. */
  isPicking: boolean
  onQuickReplies: () => void
  onSend: (way: SendWay) => void
}

export function ComposerBar(props: ComposerBarProps): ReactNode {
  const { mode, canSend, canClose, onAttach, onInsert, isPicking, onQuickReplies, onSend } = props
  const t = useT()
  const hints = useKeyHints()
  return (
    <div className={styles.bar}>
      {mode === 'reply' && <AttachButton onAttach={onAttach} />}
      <EmojiButton onInsert={onInsert} />
      <IconButton
        aria-label={t('shell.quickReplies')}
        title={hints.title(t('shell.quickReplies'), talkKeys.keys.quickReplies[0])}
        aria-haspopup="listbox"
        aria-expanded={isPicking}
        // The field keeps its caret, where the list opens.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onQuickReplies}
      >
        <Zap size={16} />
      </IconButton>
      <FollowUpButton />
      <span className={styles.split}>
        {mode === 'comment' ? (
          <Button
            variant="contained"
            aria-keyshortcuts="Control+Enter"
            onClick={() => onSend('keep')}
            endIcon={<Key on="primary" of={sendKey} />}
          >
            {t('communication.addComment')}
          </Button>
        ) : (
          <SendButtons canSend={canSend} canClose={canClose} onSend={onSend} />
        )}
      </span>
    </div>
  )
}

/** The ways to send a reply; the first one by its key. */
export function SendButtons({
  canSend,
  canClose,
  onSend,
}: {
  canSend: boolean
  canClose: boolean
  onSend: (way: SendWay) => void
}): ReactNode {
  const t = useT()
  const choices: MenuChoice[] = [
    {
      key: 'wait',
      icon: <CirclePause size={14} />,
      label: t('communication.sendAndWait'),
      hint: <Key of={sendKey} />,
      isDisabled: !canSend,
      onChoose: () => onSend('wait'),
    },
    {
      key: 'keep',
      icon: <Send size={14} />,
      label: t('communication.sendAndKeep'),
      hint: <Key of={keepKey} />,
      isDisabled: !canSend,
      onChoose: () => onSend('keep'),
    },
  ]
  if (canClose)
    choices.push({
      key: 'close',
      icon: <CircleCheck size={14} />,
      label: t('communication.sendAndClose'),
      isDisabled: !canSend,
      onChoose: () => onSend('close'),
    })
  return (
    <>
      <Button
        variant="contained"
        aria-keyshortcuts="Control+Enter"
        onClick={() => onSend('wait')}
        endIcon={<Key on="primary" of={sendKey} />}
      >
        {t('communication.sendAndWait')}
      </Button>
      <MenuButton
        label={t('communication.moreSend')}
        choices={choices}
        opener={(props) => (
          <Button variant="contained" {...props}>
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        )}
      />
    </>
  )
}

function AttachButton({ onAttach }: { onAttach: (files: File[]) => void }): ReactNode {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        aria-label={t('communication.attach')}
        title={t('communication.attach')}
        onClick={() => input.current?.click()}
      >
        <Paperclip size={16} />
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('communication.attach')}
        onChange={(event) => {
          onAttach([...(event.target.files ?? [])])
          // The same file again must count as a change.
          event.target.value = ''
        }}
      />
    </>
  )
}

/** A to-do for the customer and request of this talk. */
function FollowUpButton(): ReactNode {
  const t = useT()
  const { customerId, requestId } = useShown()
  return (
    <IconButton
      aria-label={t('shell.addTodo')}
      title={`${t('shell.addTodo')} (F)`}
      aria-haspopup="dialog"
      onClick={() => openFollowUp({ kind: 'todo', customerId, requestId })}
    >
      <ListTodo size={16} />
    </IconButton>
  )
}

function EmojiButton({ onInsert }: { onInsert: (text: string) => void }): ReactNode {
  const t = useT()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <IconButton
        aria-label={t('communication.emoji')}
        title={t('communication.emoji')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Smile size={16} />
      </IconButton>
      {anchor && (
        <EmojiPicker
          anchor={anchor}
          onClose={() => setAnchor(null)}
          onChoose={(emoji) => {
            setAnchor(null)
            onInsert(emoji)
          }}
        />
      )}
    </>
  )
}
