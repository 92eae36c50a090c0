import type { Attachment } from '@care/contract'
import { limits } from '@care/domain'
import { useCallback, useMemo, useState } from 'react'
import { call } from '../../shared/api/client.ts'
import { draftKey, setDraft, useDrafts } from '../../shared/drafts/drafts.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { useFormat } from '../../shared/i18n/useFormat.ts'

export interface Upload {
  key: string
  name: string
  size: number
  /** Words of what went wrong; null while it is on its way. */
  error: string | null
}

interface Uploads {
  /** Uploaded and waiting to be sent; kept with the draft. */
  files: readonly Attachment[]
  /** On their way or failed. */
  uploads: readonly Upload[]
  isUploading: boolean
  add: (chosen: readonly File[]) => void
  remove: (fileId: string) => void
  dismiss: (key: string) => void
  clear: () => void
}

const none: readonly Attachment[] = []
let lastKey = 0

/** What the draft holds; one that cannot be read costs its attachments, never the talk. */
function attachmentsOf(stored: string | undefined): readonly Attachment[] {
  if (!stored) return none
  try {
    return JSON.parse(stored) as Attachment[]
  } catch {
    return none
  }
}

/** Attachments of the reply in writing: checked before they are sent, uploaded at once, kept over a reload. */
export function useUploads(activityId: string): Uploads {
  const t = useT()
  const format = useFormat()
  const stored = useDrafts(({ drafts }) => drafts[draftKey(activityId, 'files')])
  const files = useMemo(() => attachmentsOf(stored), [stored])
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const store = useCallback(
    (change: (old: readonly Attachment[]) => readonly Attachment[]) => {
      const next = change(attachmentsOf(useDrafts.getState().drafts[draftKey(activityId, 'files')]))
      setDraft(activityId, 'files', next.length === 0 ? '' : JSON.stringify(next))
    },
    [activityId],
  )
  const refusal = (file: File, place: number): string | null => {
    if (place >= limits.attachmentsPerMessage)
      return t('communication.tooManyFiles', { n: limits.attachmentsPerMessage })
    if (file.size > limits.attachmentBytes)
      return t('communication.fileTooLarge', { size: format.fileSize(limits.attachmentBytes) })
    return file.size === 0 ? t('communication.fileEmpty') : null
  }
  const upload = async (file: File, key: string): Promise<void> => {
    try {
      const name = file.name.slice(-limits.fileName) || 'file'
      const attachment = await call('uploadFile', { query: { name, activityId }, file })
      store((old) => [...old, attachment])
      setUploads((old) => old.filter((one) => one.key !== key))
    } catch (error) {
      setUploads((old) => old.map((one) => (one.key === key ? { ...one, error: errorText(t, error) } : one)))
    }
  }
  const add = (chosen: readonly File[]): void => {
    chosen.forEach((file, i) => {
      lastKey += 1
      const key = String(lastKey)
      const error = refusal(file, files.length + uploads.length + i)
      setUploads((old) => [...old, { key, name: file.name, size: file.size, error }])
      if (error === null) void upload(file, key)
    })
  }
  return {
    files,
    uploads,
    isUploading: uploads.some(({ error }) => error === null),
    add,
    remove: (fileId) => store((old) => old.filter(({ id }) => id !== fileId)),
    dismiss: (key) => setUploads((old) => old.filter((one) => one.key !== key)),
    clear: () => store(() => none),
  }
}
