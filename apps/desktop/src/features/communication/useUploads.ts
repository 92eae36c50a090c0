import type { Attachment } from '@care/contract'
import { limits } from '@care/domain'
import { useMemo } from 'react'
import { draftKey, useDrafts } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import {
  attachmentsOf,
  bring,
  dismissUpload,
  nothingUploaded,
  startUpload,
  storeFiles,
  useUploadStore,
  type Upload,
} from './upload-store.ts'

interface Uploads {
  /** Uploaded and waiting to be sent; kept with the draft. */
  files: readonly Attachment[]
  /** On their way or failed. */
  uploads: readonly Upload[]
  isUploading: boolean
  /** The reply is sent once they are done. */
  isHeld: boolean
  /** One failed, so the reply that waited for it was not sent. */
  hasFailed: boolean
  add: (chosen: readonly File[]) => void
  /** Adds copies that the server makes of files it has. */
  addCopies: (sources: readonly Attachment[], copy: () => Promise<readonly Attachment[]>) => void
  remove: (fileId: string) => void
  dismiss: (key: string) => void
}

/** Attachments of the reply in writing: checked before they are sent, uploaded at once, kept over a reload. */
export function useUploads(activityId: string): Uploads {
  const t = useT()
  const format = useFormat()
  const stored = useDrafts(({ drafts }) => drafts[draftKey(activityId, 'files')])
  const files = useMemo(() => attachmentsOf(stored), [stored])
  const { uploads, held, hasFailed } = useUploadStore((all) => all[activityId]) ?? nothingUploaded
  const tooMany = t('communication.tooManyFiles', { n: limits.attachmentsPerMessage })
  const refusal = (file: File, place: number): string | null => {
    if (place >= limits.attachmentsPerMessage) return tooMany
    if (file.size > limits.attachmentBytes)
      return t('communication.fileTooLarge', { size: format.fileSize(limits.attachmentBytes) })
    return file.size === 0 ? t('communication.fileEmpty') : null
  }
  return {
    files,
    uploads,
    isUploading: uploads.some(({ error }) => error === null),
    isHeld: held !== null,
    hasFailed,
    add: (chosen) =>
      chosen.forEach((file, i) =>
        startUpload(activityId, file, refusal(file, files.length + uploads.length + i), (error) => errorText(t, error)),
      ),
    addCopies: (sources, copy) => {
      const places = files.length + uploads.length + sources.length
      const refused = places > limits.attachmentsPerMessage ? tooMany : null
      const name = sources.map((file) => file.name).join(', ')
      bring(activityId, { name, size: 0 }, refused, (error) => errorText(t, error), copy)
    },
    remove: (fileId) => storeFiles(activityId, (old) => old.filter(({ id }) => id !== fileId)),
    dismiss: (key) => dismissUpload(activityId, key),
  }
}
