import type { Attachment } from '@care/contract'
import { formatFileSize } from '@care/i18n/format'
import { useState } from 'preact/hooks'
import { useWidget } from './context.ts'
import { Icon } from './icons.tsx'

const maxWidth = 220
const maxHeight = 220

/** A picture in a box whose size is known before it loads, or a file by name and size. Both open in a new tab. */
export function AttachmentCard({ attachment }: { attachment: Attachment }) {
  const { t, api } = useWidget()
  const [isBroken, setBroken] = useState(false)
  const href = api.fileUrl(attachment.id)
  const link = { href, target: '_blank', rel: 'noopener noreferrer' }
  if (attachment.isImage && !isBroken)
    return (
      <a class="wimg" {...link}>
        <img src={href} alt={attachment.name} {...boxOf(attachment)} onError={() => setBroken(true)} />
      </a>
    )
  const player = { class: 'wplay', src: href, controls: true, preload: 'metadata', title: attachment.name } as const
  const [kind] = isBroken ? [] : attachment.contentType.split('/')
  // What the browser cannot play becomes a file to save.
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what people send each other has none
  if (kind === 'audio') return <audio {...player} onError={() => setBroken(true)} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what people send each other has none
  if (kind === 'video') return <video {...player} onError={() => setBroken(true)} />
  return (
    <a class="wdl" {...link}>
      <span class="f">
        <Icon name="file" />
      </span>
      <span class="grow">
        <b class="ell">{attachment.name}</b>
        <small>{isBroken ? t('file.notLoaded') : formatFileSize(t.language, attachment.size)}</small>
      </span>
    </a>
  )
}

function boxOf({ width, height }: Attachment): { width: number; height: number } {
  if (!width || !height) return { width: 142, height: 92 }
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  return { width: Math.max(24, Math.round(width * scale)), height: Math.max(24, Math.round(height * scale)) }
}
