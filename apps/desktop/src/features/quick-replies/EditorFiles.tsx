import type { Attachment } from '@care/contract'
import { limits } from '@care/domain'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { FileText, Paperclip, X } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { upload, urlOf } from '../../shared/api/client.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import styles from './quick-replies.module.css'

interface EditorFilesProps {
  replyId: string | null
  files: readonly Attachment[]
  isReadOnly: boolean
  onChange: (files: Attachment[]) => void
  onUploading: (isUploading: boolean) => void
}

/** Files that go with the reply; each message gets copies of its own. */
export function EditorFiles({ replyId, files, isReadOnly, onChange, onUploading }: EditorFilesProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const refusal = (file: File, place: number): string | null => {
    if (place >= limits.attachmentsPerMessage)
      return t('communication.tooManyFiles', { n: limits.attachmentsPerMessage })
    if (file.size > limits.attachmentBytes)
      return t('communication.fileTooLarge', { size: format.fileSize(limits.attachmentBytes) })
    return file.size === 0 ? t('communication.fileEmpty') : null
  }
  const add = async (chosen: readonly File[]): Promise<void> => {
    const done = [...files]
    setProblem(null)
    onUploading(true)
    for (const file of chosen) {
      setName(file.name)
      const refused = refusal(file, done.length)
      if (refused !== null) {
        setProblem(`${file.name}: ${refused}`)
        continue
      }
      try {
        const query = { name: file.name.slice(-limits.fileName) || 'file' }
        done.push(await upload('uploadQuickReplyFile', { query, file }, () => undefined))
      } catch (error) {
        setProblem(`${file.name}: ${errorText(t, error)}`)
      }
    }
    setName(null)
    onUploading(false)
    if (done.length > files.length) onChange(done)
  }
  return (
    <div className={styles.files}>
      {files.map((file) => (
        <span key={file.id} className={styles.file}>
          <FileText size={14} aria-hidden="true" />
          {replyId === null ? (
            <span className="ell">{file.name}</span>
          ) : (
            <a
              className="ell"
              href={urlOf('getQuickReplyFile', { params: { quickReplyId: replyId, fileId: file.id } })}
              target="_blank"
              rel="noreferrer"
            >
              {file.name}
            </a>
          )}
          <span className="num">{format.fileSize(file.size)}</span>
          {!isReadOnly && (
            <IconButton
              size="small"
              aria-label={t('communication.removeFile', { name: file.name })}
              onClick={() => onChange(files.filter(({ id }) => id !== file.id))}
            >
              <X size={12} />
            </IconButton>
          )}
        </span>
      ))}
      {name !== null && <output className={styles.file}>{t('communication.uploading', { name })}</output>}
      {!isReadOnly && (
        <Button size="small" color="inherit" startIcon={<Paperclip size={14} />} onClick={() => input.current?.click()}>
          {t('communication.attach')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('communication.attach')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          // The same file again must count as a change.
          event.target.value = ''
          void add(chosen)
        }}
      />
      {problem !== null && (
        <small role="alert" className={styles.problem}>
          {problem}
        </small>
      )}
    </div>
  )
}
