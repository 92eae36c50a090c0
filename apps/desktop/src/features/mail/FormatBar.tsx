import IconButton from '@mui/material/IconButton'
import { Bold, ImagePlus, Italic, Link2, List, ListOrdered, Paperclip, TextQuote } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import type Squire from 'squire-rte'
import { useT } from '../../shared/i18n/I18nProvider.tsx'

interface FormatBarProps {
  editor: () => Squire | null
  onLink: () => void
  onPictures: (files: File[]) => void
  onAttach: (files: File[]) => void
}

/** Looks of the text at the caret. */
export function FormatBar({ editor, onLink, onPictures, onAttach }: FormatBarProps): ReactNode {
  const t = useT()
  const now = editor()
  const has = (tag: string): boolean => now?.hasFormat(tag) ?? false
  const marks = [
    ['bold', Bold, has('B'), (on: boolean) => (on ? now?.removeBold() : now?.bold())],
    ['italic', Italic, has('I'), (on: boolean) => (on ? now?.removeItalic() : now?.italic())],
    ['bullets', List, has('UL'), (on: boolean) => (on ? now?.removeList() : now?.makeUnorderedList())],
    ['numbers', ListOrdered, has('OL'), (on: boolean) => (on ? now?.removeList() : now?.makeOrderedList())],
    [
      'quoted',
      TextQuote,
      has('BLOCKQUOTE'),
      (on: boolean) => (on ? now?.decreaseQuoteLevel() : now?.increaseQuoteLevel()),
    ],
  ] as const
  return (
    <div role="toolbar" aria-label={t('mail.looks')}>
      {marks.map(([id, Icon, isOn, set]) => (
        <IconButton
          key={id}
          size="small"
          aria-label={t(`mail.marks.${id}`)}
          title={t(`mail.marks.${id}`)}
          aria-pressed={isOn}
          // The caret stays where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            now?.focus()
            set(isOn)
          }}
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
      <FilesButton label={t('mail.marks.picture')} icon={<ImagePlus size={16} />} accept="image/*" onFiles={onPictures} />
      <FilesButton label={t('communication.attach')} icon={<Paperclip size={16} />} onFiles={onAttach} />
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
