import { formatFileSize } from '@care/i18n/format'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useWidget } from './context.ts'
import { Icon, IconButton } from './icons.tsx'
import type { Chip, Uploads } from './useUploads.ts'

/** Opens the file dialog; and takes what is dropped anywhere on the widget. */
export function FileButton({ uploads, isWide = false }: { uploads: Uploads; isWide?: boolean }) {
  const { t } = useWidget()
  const inputRef = useRef<HTMLInputElement>(null)
  const isOver = useDrop((files) => uploads.addFiles(files))
  const choose = (): void => inputRef.current?.click()
  return (
    <>
      <input
        ref={inputRef}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={(event) => {
          uploads.addFiles(event.currentTarget.files ?? [])
          event.currentTarget.value = ''
        }}
      />
      {isWide ? (
        <button type="button" class="btn o s" onClick={choose}>
          <Icon name="clip" />
          {t('composer.attach')}
        </button>
      ) : (
        <IconButton name="clip" label={t('composer.attach')} onClick={choose} />
      )}
      {isOver && <div class="drop">{t('composer.drop')}</div>}
    </>
  )
}

export function FileChips({ uploads }: { uploads: Uploads }) {
  return (
    <div class="chips">
      {uploads.chips.map((chip) => (
        <FileChip key={chip.key} chip={chip} uploads={uploads} />
      ))}
      <p class={uploads.problem ? 'er' : 'hint'} aria-live="polite">
        {uploads.problem}
      </p>
    </div>
  )
}

function FileChip({ chip, uploads }: { chip: Chip; uploads: Uploads }) {
  const { t } = useWidget()
  const { key, name, problem, attachment, share } = chip
  return (
    <div class="wdl">
      <span class="f">
        {chip.preview && attachment?.isImage !== false ? <img src={chip.preview} alt="" /> : <Icon name="file" />}
      </span>
      <span class="grow">
        <b class="ell">{name}</b>
        {problem ? (
          <small class="bad" role="alert">
            {problem}
          </small>
        ) : attachment ? (
          <small>{formatFileSize(t.language, chip.size)}</small>
        ) : (
          <progress aria-label={t('file.progress', { name })} max={1} value={share} />
        )}
      </span>
      {problem && chip.file && (
        <IconButton name="again" label={t('file.retry', { name })} onClick={() => uploads.retry(key)} />
      )}
      <IconButton name="close" label={t('file.remove', { name })} onClick={() => uploads.remove(key)} />
    </div>
  )
}

/** Files dropped on the page; true while some hang over it. */
function useDrop(onFiles: (files: Iterable<File>) => void): boolean {
  const [isOver, setOver] = useState(false)
  const handlerRef = useRef(onFiles)
  useEffect(() => {
    handlerRef.current = onFiles
  })
  useEffect(() => {
    const gone = new AbortController()
    const on = <K extends 'dragover' | 'dragleave' | 'drop'>(name: K, act: (event: DragEvent) => void): void =>
      addEventListener(name, act as (event: Event) => void, { signal: gone.signal })
    on('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    on('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false)
    })
    on('drop', (event) => {
      // Without this the browser would leave the chat and show the file.
      event.preventDefault()
      setOver(false)
      handlerRef.current(event.dataTransfer?.files ?? [])
    })
    return () => gone.abort()
  }, [])
  return isOver
}
