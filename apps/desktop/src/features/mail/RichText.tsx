/* oxlint-disable jsx-a11y/prefer-tag-over-role -- no native field has letters with looks */
import { useEffect, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import Squire from 'squire-rte'
import { safeFragment } from './safe-fragment.ts'
import styles from './mail.module.css'

export interface RichTextHandle {
  editor: Squire | null
}
export interface Written {
  html: string
  text: string
}

interface RichTextProps {
  ref: Ref<RichTextHandle>
  label: string
  html: string
  onChange: (written: Written) => void
  /** What is bold, in a list and so on at the caret may be something else now. */
  onPath: () => void
  onPictures: (files: File[]) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A field for text with looks. Whatever comes into it, typed or pasted, passes an allow-list; the server asks again. */
export function RichText({ ref, label, html, onChange, onPath, onPictures, onKeyDown }: RichTextProps): ReactNode {
  const root = useRef<HTMLDivElement>(null)
  const squire = useRef<Squire | null>(null)
  const latest = useRef({ html, onChange, onPath })
  useEffect(() => {
    latest.current = { html, onChange, onPath }
  })
  useImperativeHandle(ref, () => ({
    get editor() {
      return squire.current
    },
  }))
  useEffect(() => {
    const element = root.current
    if (!element) return
    const editor = new Squire(element, { blockTag: 'DIV', sanitizeToDOMFragment: safeFragment, addLinks: true })
    editor.setHTML(latest.current.html)
    editor.addEventListener('input', () => latest.current.onChange(writtenIn(element, editor)))
    editor.addEventListener('pathChange', () => latest.current.onPath())
    squire.current = editor
    return () => {
      squire.current = null
      editor.destroy()
    }
  }, [])
  const take = (event: { preventDefault: () => void; stopPropagation: () => void }, list: FileList): void => {
    const pictures = [...list].filter(({ type }) => type.startsWith('image/'))
    // Other files go on to the talk, which attaches them.
    if (pictures.length === 0 || pictures.length < list.length) return
    event.preventDefault()
    event.stopPropagation()
    onPictures(pictures)
  }
  return (
    <div
      ref={root}
      className={styles.rich}
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-label={label}
      dir="auto"
      onKeyDownCapture={onKeyDown}
      onPasteCapture={(event) => take(event, event.clipboardData.files)}
      onDropCapture={(event) => take(event, event.dataTransfer.files)}
    />
  )
}

function writtenIn(element: HTMLElement, editor: Squire): Written {
  const text = element.innerText.replaceAll('\u200b', '').replaceAll('\u00a0', ' ').trim()
  const isEmpty = text === '' && element.querySelector('img') === null
  return { html: isEmpty ? '' : editor.getHTML().replaceAll('\u200b', ''), text }
}
