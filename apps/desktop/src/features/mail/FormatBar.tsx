import IconButton from '@mui/material/IconButton'
import {
  Bold,
  ImagePlus,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Paperclip,
  TextQuote,
  Zap,
} from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type Squire from 'squire-rte'
import { useT } from '../../shared/i18n/I18nProvider.tsx'

interface FormatBarProps {
  editor: () => Squire | null
  onLink: () => void
  onPictures: (files: File[]) => void
  onAttach: (files: File[]) => void
  onQuickReplies: () => void
}

type Change = (at: Squire) => void
const marks: readonly (readonly [
  'bold' | 'italic' | 'bullets' | 'numbers' | 'quoted',
  LucideIcon,
  string,
  Change,
  Change,
])[] = [
  ['bold', Bold, 'B', (at) => at.bold(), (at) => at.removeBold()],
  ['italic', Italic, 'I', (at) => at.italic(), (at) => at.removeItalic()],
  ['bullets', List, 'UL', (at) => at.makeUnorderedList(), (at) => at.removeList()],
  ['numbers', ListOrdered, 'OL', (at) => at.makeOrderedList(), (at) => at.removeList()],
  ['quoted', TextQuote, 'BLOCKQUOTE', (at) => at.increaseQuoteLevel(), (at) => at.decreaseQuoteLevel()],
]

/** Looks of the text at the caret. */
export function FormatBar({ editor, onLink, onPictures, onAttach, onQuickReplies }: FormatBarProps): ReactNode {
  const t = useT()
  const set = (tag: string, on: Change, off: Change): void => {
    const now = editor()?.focus()
    // Looked at now: the caret may have gone on since the last time this was drawn.
    if (now) (now.hasFormat(tag) ? off : on)(now)
  }
  return (
    <div role="toolbar" aria-label={t('mail.looks')}>
      {marks.map(([id, Icon, tag, on, off]) => (
        <IconButton
          key={id}
          size="small"
          aria-label={t(`mail.marks.${id}`)}
          title={t(`mail.marks.${id}`)}
          aria-pressed={editor()?.hasFormat(tag) ?? false}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => set(tag, on, off)}
        >
          <Icon size={16} />
        </IconButton>
      ))}
      <IconButton
        size="small"
        aria-label={t('mail.marks.link')}
        title={t('mail.marks.link')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onLink}
      >
        <Link2 size={16} />
      </IconButton>
      <FilesButton
        label={t('mail.marks.picture')}
        icon={<ImagePlus size={16} />}
        accept="image/*"
        onFiles={onPictures}
      />
      <FilesButton label={t('communication.attach')} icon={<Paperclip size={16} />} onFiles={onAttach} />
      <IconButton
        size="small"
        aria-label={t('shell.quickReplies')}
        title={t('shell.quickReplies')}
        aria-haspopup="listbox"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onQuickReplies}
      >
        <Zap size={16} />
      </IconButton>
    </div>
  )
}

interface FilesButtonProps {
  label: string
  icon: ReactNode
  accept?: string
  onFiles: (files: File[]) => void
}

function FilesButton({ label, icon, accept, onFiles }: FilesButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton size="small" aria-label={label} title={label} onClick={() => input.current?.click()}>
        {icon}
      </IconButton>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file again must count as a change.
          event.target.value = ''
        }}
      />
    </>
  )
}
