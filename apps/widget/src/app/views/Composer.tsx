import type { Attachment } from '@care/contract'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { getJson, setJson } from '../storage.ts'
import { useWidget, useWidgetState } from './context.ts'
import { EmojiPicker } from './EmojiPicker.tsx'
import { FileButton, FileChips } from './Files.tsx'
import { Icon, IconButton } from './icons.tsx'
import { useUploads } from './useUploads.ts'

const draftKey = 'draft'
type Draft = { text: string; attachments: Attachment[] }

interface Props {
  placeholder: string
  /** Stands above the field. */
  title?: string
  /** Takes the message; when it rejects, text and files stay. */
  onSend: (text: string, attachments: Attachment[]) => void | Promise<void>
}

/** Where the visitor writes: Enter sends, Shift+Enter breaks the line; the draft outlives a reload. */
export function Composer({ placeholder, title, onSend }: Props) {
  const { t, storage, typing } = useWidget()
  const { config } = useWidgetState()
  const id = useId()
  const areaRef = useRef<HTMLTextAreaElement>(null)
  const [kept] = useState(() => getJson<Draft>(storage, draftKey) ?? { text: '', attachments: [] })
  const [text, setText] = useState(kept.text)
  const [hasEmoji, showEmoji] = useState(false)
  /** Enter was pressed while a file was on its way: it goes with it, unless one writes on. */
  const [isOwed, owe] = useState(false)
  const draftRef = useRef(kept)
  const keep = (part: Partial<Draft>): void => {
    draftRef.current = { ...draftRef.current, ...part }
    setJson(storage, draftKey, draftRef.current)
  }
  const uploads = useUploads(config?.maxAttachmentBytes ?? 0, kept.attachments, (attachments) => keep({ attachments }))
  const limit = config?.maxMessageLength ?? 20_000
  const isTooLong = text.length > limit
  const isEmpty = text.trim() === '' && uploads.ready.length === 0

  useLayoutEffect(() => grow(areaRef.current), [text])
  useEffect(() => typing.stop, [typing])

  const write = (next: string): void => {
    setText(next)
    owe(false)
    keep({ text: next })
    if (next.trim() === '') typing.stop()
    else typing.key()
  }
  const send = async (): Promise<void> => {
    areaRef.current?.focus()
    if (uploads.isBusy) return owe(!isTooLong)
    if (isEmpty || isTooLong) return
    const sent = text
    const attachments = uploads.ready
    const result = onSend(sent.trim(), attachments)
    if (result) await result
    // What was typed while the answer was under way stays.
    setText((now) => (now === sent ? '' : now))
    keep({ text: draftRef.current.text === sent ? '' : draftRef.current.text })
    uploads.clear()
  }
  const press = (): void => void send().catch(() => {})
  useEffect(() => {
    if (!isOwed || uploads.isBusy) return
    owe(false)
    if (uploads.chips.every((chip) => chip.attachment)) press()
    // oxlint-disable-next-line react/exhaustive-deps -- only the end of the uploads sends
  }, [isOwed, uploads.isBusy])
  const insert = (emoji: string): void => {
    const { selectionStart: from = text.length, selectionEnd: to = text.length } = areaRef.current ?? {}
    write(text.slice(0, from) + emoji + text.slice(to))
    showEmoji(false)
    areaRef.current?.focus()
    requestAnimationFrame(() => areaRef.current?.setSelectionRange(from + emoji.length, from + emoji.length))
  }
  return (
    <form
      class="cmp"
      onSubmit={(event) => {
        event.preventDefault()
        press()
      }}
    >
      {title && <p class="lb">{title}</p>}
      <FileChips uploads={uploads} />
      <p id={`${id}e`} class={isTooLong ? 'er' : 'hint'} aria-live="polite">
        {isTooLong
          ? t('field.tooLong', { n: text.length, limit })
          : text.length > limit * 0.9
            ? t('field.counter', { n: text.length, limit })
            : ''}
      </p>
      <div class={isTooLong ? 'wc bad' : 'wc'}>
        <FileButton uploads={uploads} />
        <textarea
          ref={areaRef}
          rows={1}
          dir="auto"
          aria-label={t('composer.message')}
          aria-invalid={isTooLong || undefined}
          aria-describedby={`${id}e`}
          placeholder={placeholder}
          value={text}
          enterkeyhint="send"
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            press()
          }}
          onPaste={(event) => {
            const files = event.clipboardData?.files
            if (!files?.length) return
            event.preventDefault()
            uploads.addFiles(files)
          }}
          onBlur={typing.stop}
        />
        <IconButton
          name="smile"
          label={t('composer.emoji')}
          isExpanded={hasEmoji}
          onClick={() => showEmoji(!hasEmoji)}
        />
        <button
          type="submit"
          class="ib go"
          aria-label={t('composer.send')}
          title={t('composer.send')}
          aria-disabled={uploads.isBusy ? isTooLong : isEmpty || isTooLong}
          aria-busy={isOwed || undefined}
        >
          <Icon name="send" />
        </button>
      </div>
      {hasEmoji && (
        <EmojiPicker
          onPick={insert}
          onClose={() => {
            showEmoji(false)
            areaRef.current?.focus()
          }}
        />
      )}
    </form>
  )
}

/** As high as its text, up to a third of the widget; CSS `field-sizing` is not in every supported browser. */
function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${Math.min(area.scrollHeight, 160)}px`
}
