const two = (value: number): string => String(value).padStart(2, '0')

/** Epoch ms as a date-and-time field writes it, in the reader's zone: '2026-11-13T18:00'; empty for none. */
export function toFieldValue(at: number | null): string {
  if (at === null) return ''
  const date = new Date(at)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The other way; null for an empty field, undefined for what is no date. */
export function fromFieldValue(text: string): number | null | undefined {
  if (text === '') return null
  const at = new Date(text).getTime()
  return Number.isNaN(at) ? undefined : at
}
