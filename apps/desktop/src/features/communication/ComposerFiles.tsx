import IconButton from '@mui/material/IconButton'
import { FileText, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { urlOf } from '../../shared/api/client.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './composer.module.css'
import type { useUploads } from './useUploads.ts'

/** Chips of the attachments: uploaded, on their way, or failed with the reason. */
export function ComposerFiles({ uploads }: { uploads: ReturnType<typeof useUploads> }): ReactNode {
  const t = useT()
  const format = useFormat()
  if (uploads.files.length + uploads.uploads.length === 0) return null
  const remove = (name: string, onClick: () => void): ReactNode => (
    <IconButton size="small" aria-label={t('communication.removeFile', { name })} onClick={onClick}>
      <X size={12} />
    </IconButton>
  )
  return (
    <div className={styles.files}>
      {uploads.files.map((file) => (
        <span key={file.id} className={styles.file}>
          {file.isImage ? (
            <img className={styles.thumb} src={urlOf('getFile', { params: { fileId: file.id } })} alt="" />
          ) : (
            <FileText size={14} aria-hidden="true" />
          )}
          <span className="ell">{file.name}</span>
          <span className="num">{format.fileSize(file.size)}</span>
          {remove(file.name, () => uploads.remove(file.id))}
        </span>
      ))}
      {uploads.uploads.map((upload) => (
        <span
          key={upload.key}
          className={styles.file}
          data-failed={upload.error !== null || undefined}
          role={upload.error === null ? undefined : 'alert'}
        >
          {upload.error !== null && <TriangleAlert size={14} aria-hidden="true" />}
          <span className="ell">{upload.error === null ? upload.name : `${upload.name}: ${upload.error}`}</span>
          {upload.error === null && (
            <progress
              max={100}
              value={upload.percent}
              aria-label={t('communication.uploading', { name: upload.name })}
            />
          )}
          {remove(upload.name, () => uploads.dismiss(upload.key))}
        </span>
      ))}
    </div>
  )
}
