import type { Attachment } from '@care/contract'
import { formatFileSize } from '@care/i18n/format'
import { newKey } from '@care/client'
import type { WidgetT } from '@care/i18n/widget'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Upload } from '../api.ts'
import { failureOf, failureText } from '../failure.ts'
import { useWidget } from './context.ts'

/** As many as the server takes in one message. */
const maxFiles = 10

export interface Chip {
  key: string
  name: string
  size: number
  /** 0 to 1. */
  share: number
  problem: string
  file: File | null
  attachment: Attachment | null
  /** Local address of a picture. */
  preview: string
}

export interface Uploads {
  chips: Chip[]
  /** What stands in the way of more files. */
  problem: string
  isBusy: boolean
  ready: Attachment[]
  addFiles(files: Iterable<File>): void
  retry(key: string): void
  remove(key: string): void
  clear(): void
}

const isPicture = (file: File): boolean => /^image\/(?:png|jpeg|gif|webp|avif)$/.test(file.type)

/** Files on their way to the server, each with its progress; a failed one stays and can be tried again. */
export function useUploads(
  maxBytes: number,
  kept: Attachment[] = [],
  onReady: (ready: Attachment[]) => void = () => {},
): Uploads {
  const { t, api } = useWidget()
  const runningRef = useRef(new Map<string, Upload>())
  const [problem, setProblem] = useState('')
  const [chips, setChips] = useState<Chip[]>(() => kept.map(chipOfKept))
  const latestRef = useRef(chips)

  const update = (change: (chips: Chip[]) => Chip[]): void => {
    latestRef.current = change(latestRef.current)
    setChips(latestRef.current)
    onReady(readyOf(latestRef.current))
  }
  const patch = (key: string, part: Partial<Chip>): void =>
    update((all) => all.map((chip) => (chip.key === key ? { ...chip, ...part } : chip)))

  const begin = (chip: Chip): void => {
    if (!chip.file) return
    const upload = api.upload(chip.file, (share) => patch(chip.key, { share }))
    runningRef.current.set(chip.key, upload)
    void upload.done
      .then((attachment) => patch(chip.key, { attachment, share: 1 }))
      .catch((error: unknown) => patch(chip.key, { problem: failureText(t, failureOf(error)) }))
      .finally(() => runningRef.current.delete(chip.key))
  }
  const addFiles = (files: Iterable<File>): void => {
    setProblem('')
    for (const file of files) {
      if (latestRef.current.length >= maxFiles) return setProblem(t('file.tooMany', { limit: maxFiles }))
      const chip = chipOfFile(file, refusalOf(t, file, maxBytes))
      update((all) => [...all, chip])
      begin(chip)
    }
  }
  const remove = (key: string): void => {
    runningRef.current.get(key)?.cancel()
    update((all) => all.filter((chip) => chip.key !== key))
  }
  const retry = (key: string): void => {
    patch(key, { problem: '', share: 0 })
    latestRef.current.filter((one) => one.key === key).forEach(begin)
  }
  useEffect(
    () => () => {
      for (const { preview } of latestRef.current) if (preview) URL.revokeObjectURL(preview)
    },
    [],
  )
  return {
    chips,
    problem,
    isBusy: chips.some((chip) => !chip.attachment && !chip.problem),
    ready: readyOf(chips),
    addFiles,
    retry,
    remove,
    clear: () => update(() => []),
  }
}

function refusalOf(t: WidgetT, file: File, maxBytes: number): string {
  if (file.size > maxBytes) return t('file.tooLarge', { limit: formatFileSize(t.language, maxBytes) })
  return file.size === 0 ? t('file.empty') : ''
}

const chipOfFile = (file: File, problem: string): Chip => ({
  key: newKey(),
  name: file.name || 'image.png',
  size: file.size,
  share: 0,
  problem,
  file: problem ? null : file,
  attachment: null,
  preview: isPicture(file) && !problem ? URL.createObjectURL(file) : '',
})

const readyOf = (chips: Chip[]): Attachment[] => chips.flatMap((chip) => chip.attachment ?? [])

const chipOfKept = (attachment: Attachment): Chip => ({
  key: attachment.id,
  name: attachment.name,
  size: attachment.size,
  share: 1,
  problem: '',
  file: null,
  attachment,
  preview: '',
})
