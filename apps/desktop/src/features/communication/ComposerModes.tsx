import { Lock } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { Key } from '../../shared/ui/marks.tsx'
import type { ComposerMode } from '../../shared/workspace/open-task.ts'
import { talkKeys } from './talk-keys.ts'

/** Whether what is written is for the customer or for colleagues. */
export function Modes({
  mode,
  onMode,
  canReply,
  canComment,
}: {
  mode: ComposerMode
  onMode: (mode: ComposerMode) => void
  canReply: boolean
  canComment: boolean
}): ReactNode {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    event.preventDefault()
    const other = mode === 'reply' ? 'comment' : 'reply'
    onMode(other)
    document.getElementById(`composer-${other}`)?.focus()
  }
  const tab = (one: ComposerMode, label: ReactNode): ReactNode => (
    <button
      type="button"
      role="tab"
      id={`composer-${one}`}
      aria-selected={mode === one}
      tabIndex={mode === one ? 0 : -1}
      onClick={() => onMode(one)}
      onKeyDown={onKeyDown}
    >
      {label}
    </button>
  )
  return (
    <div role="tablist" aria-label={t('communication.reply')} style={{ display: 'flex', gap: 2 }}>
      {canReply &&
        tab(
          'reply',
          <>
            {t('communication.reply')} <Key of={talkKeys.keys.reply[0]} />
          </>,
        )}
      {canComment &&
        tab(
          'comment',
          <>
            <Lock size={14} aria-hidden="true" />
            {t('communication.comment')} <Key of={talkKeys.keys.comment[0]} />
          </>,
        )}
    </div>
  )
}
