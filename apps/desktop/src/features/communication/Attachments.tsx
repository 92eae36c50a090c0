import type { Attachment } from '@care/contract'
import { Download, FileText } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { onDemand } from '../../shared/ui/on-demand.tsx'
import styles from './thread.module.css'

const Lightbox = onDemand(() => import('./Lightbox.tsx').then((file) => file.Lightbox))
const mostWide = 280
const mostHigh = 240

/** Pictures in boxes of their known size, sound and film that play in place, other files to save. */
export function Attachments({ files }: { files: readonly Attachment[] }): ReactNode {
  const t = useT()
  const [shown, setShown] = useState<string | null>(null)
  if (files.length === 0) return null
  const pictures = files.filter(({ isImage }) => isImage)
  return (
    <div className={styles.files}>
      {files.map((file) =>
        file.isImage ? (
          <button
            key={file.id}
            type="button"
            className={styles.image}
            style={boxOf(file)}
            aria-label={t('thread.openPicture', { name: file.name })}
            onClick={() => setShown(file.id)}
          >
            <img src={hrefOf(file)} alt={file.name} loading="lazy" decoding="async" />
          </button>
        ) : (
          <OtherFile key={file.id} file={file} />
        ),
      )}
      {shown !== null && (
        <Lightbox pictures={pictures} shownId={shown} onShow={setShown} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

const hrefOf = (file: Attachment): string => urlOf('getFile', { params: { fileId: file.id } })

/** The box stands before the picture is there, so that nothing below it moves. */
function boxOf({ width, height }: Attachment): { width: number; aspectRatio: string } {
  const [w, h] = [width || 200, height || 150]
  const scale = Math.min(1, mostWide / w, mostHigh / h)
  return { width: Math.max(32, Math.round(w * scale)), aspectRatio: `${w} / ${h}` }
}

function OtherFile({ file }: { file: Attachment }): ReactNode {
  const format = useFormat()
  const [isBroken, setIsBroken] = useState(false)
  const href = hrefOf(file)
  const [kind] = file.contentType.split('/')
  const player = { src: href, controls: true, preload: 'metadata', 'aria-label': file.name, className: styles.player }
  const broken = (): void => setIsBroken(true)
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what customers send has none
  if (kind === 'audio' && !isBroken) return <audio {...player} onError={broken} />
  // oxlint-disable-next-line jsx-a11y/media-has-caption -- what customers send has none
  if (kind === 'video' && !isBroken) return <video {...player} onError={broken} />
  return (
    <a className={styles.file} href={href} download={file.name}>
      <FileText size={16} aria-hidden="true" />
      <span>
        <b className="ell">{file.name}</b>
        <small className="num">{format.fileSize(file.size)}</small>
      </span>
      <Download size={14} aria-hidden="true" />
    </a>
  )
}
