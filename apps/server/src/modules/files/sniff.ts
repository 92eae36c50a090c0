import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'

export interface Sniffed {
  contentType: string
  width: number | null
  height: number | null
}

/** How much of a file is looked at; every signature stands within it. */
export const headBytes = 64 * 1024

/** Programs, by signature or by the ending that a desktop would start; Windows takes no notice of dots behind it. */
const programs = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-ms-shortcut',
  'application/java-vm',
  'application/x-msi',
  'application/vnd.android.package-archive',
])
const programEndings = /\.(exe|dll|bat|cmd|com|scr|pif|msi|ps1|vbs|jse?|wsf|hta|jar|apk|app|dmg|lnk|reg)[.\s]*$/i

export const isProgram = (name: string, contentType: string): boolean =>
  programs.has(contentType) || programEndings.test(name)

/** The type by the bytes, not by what the sender claims; pictures with their size, so that a thread does not jump. */
export async function sniff(head: Uint8Array): Promise<Sniffed> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined)
  const contentType = found?.mime ?? (looksLikeText(head) ? 'text/plain' : 'application/octet-stream')
  if (!isInlineImage(contentType)) return { contentType, width: null, height: null }
  try {
    const { width, height } = imageSize(head)
    return { contentType, width, height }
  } catch {
    return { contentType, width: null, height: null }
  }
}

/** Pictures a browser shows without running anything; SVG is not among them. */
export const isInlineImage = (contentType: string): boolean => /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType)
export const isInline = (contentType: string): boolean =>
  isInlineImage(contentType) || /^(audio|video)\/[\w.+-]+$/.test(contentType) || contentType === 'application/pdf'

function looksLikeText(head: Uint8Array): boolean {
  if (head.includes(0)) return false
  try {
    // `stream` lets a character be cut at the end of the head.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
