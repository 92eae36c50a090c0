/** A stretch of a file, both ends in it. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * What a `Range` header asks of a file of that size: one stretch, 'none' for the whole file (also for several stretches
 * and for what is no range, as RFC 9110 allows), 'outside' when nothing of it is there.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'none' | 'outside' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match) return 'none'
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return 'none'
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (start >= size || (from === '' && Number(to) === 0)) return 'outside'
  return end < start ? 'none' : { start, end }
}
