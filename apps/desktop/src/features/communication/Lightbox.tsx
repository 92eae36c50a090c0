import type { Attachment } from '@care/contract'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import IconButton from '@mui/material/IconButton'
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { focusHere } from '../../shared/ui/focus-here.ts'
import styles from './lightbox.module.css'

interface LightboxProps {
  /** All of one message. */
  pictures: readonly Attachment[]
  shownId: string
  onShow: (id: string) => void
  onClose: () => void
}

/** One picture as large as the window; the arrows lead through those of its message, Esc back to the talk. */
export function Lightbox({ pictures, shownId, onShow, onClose }: LightboxProps): ReactNode {
  const t = useT()
  const place = Math.max(
    0,
    pictures.findIndex(({ id }) => id === shownId),
  )
  const picture = pictures[place]
  if (!picture) return null
  const href = urlOf('getFile', { params: { fileId: picture.id } })
  const step = (by: number): void => {
    const next = pictures[(place + by + pictures.length) % pictures.length]
    if (next) onShow(next.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    step(event.key === 'ArrowLeft' ? -1 : 1)
  }
  const isOne = pictures.length === 1
  return (
    <Dialog
      open
      fullScreen
      onClose={onClose}
      onKeyDown={onKeyDown}
      slotProps={{ paper: { 'aria-label': picture.name } }}
    >
      <div className={styles.head}>
        <span className="ell">{picture.name}</span>
        {!isOne && (
          <output className="num">
            {t('thread.pictureOf', { place: String(place + 1), all: String(pictures.length) })}
          </output>
        )}
        <Button size="small" startIcon={<Download size={14} />} href={href} download={picture.name}>
          {t('thread.savePicture')}
        </Button>
        <IconButton aria-label={t('common.close')} onClick={onClose} ref={focusHere}>
          <X size={18} />
        </IconButton>
      </div>
      <div className={styles.stage}>
        {!isOne && (
          <IconButton aria-label={t('thread.previousPicture')} onClick={() => step(-1)}>
            <ChevronLeft size={22} />
          </IconButton>
        )}
        <img key={picture.id} src={href} alt={picture.name} className={styles.picture} />
        {!isOne && (
          <IconButton aria-label={t('thread.nextPicture')} onClick={() => step(1)}>
            <ChevronRight size={22} />
          </IconButton>
        )}
      </div>
    </Dialog>
  )
}
