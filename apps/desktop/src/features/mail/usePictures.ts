import { limits } from '@care/domain'
import { useState, type RefObject } from 'react'
import { upload, urlOf } from '../../shared/api/client.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import type { RichTextHandle } from './RichText.tsx'

/** Uploads pictures and puts them where the caret is. What is no picture, by its bytes, is refused. */
export function usePictures(activityId: string, field: RefObject<RichTextHandle | null>) {
  const t = useT()
  const [uploading, setUploading] = useState(0)
  const addOne = async (file: File): Promise<void> => {
    const query = { name: file.name.slice(-limits.fileName) || 'picture.png', activityId }
    setUploading((n) => n + 1)
    try {
      const { id, isImage, name } = await upload('uploadFile', { query, file }, () => {})
      if (!isImage) return showToast(t('mail.noPicture'))
      field.current?.editor?.insertImage(urlOf('getFile', { params: { fileId: id } }), { alt: name })
    } catch (error) {
      showToast(errorText(t, error))
    } finally {
      setUploading((n) => n - 1)
    }
  }
  return {
    isUploading: uploading > 0,
    add: (files: readonly File[]): void => files.forEach((file) => void addOne(file)),
  }
}
