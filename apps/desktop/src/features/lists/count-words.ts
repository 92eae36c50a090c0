import type { Format } from '../../shared/i18n/useFormat.ts'

export interface Counted {
  count: number
  isMore: boolean
}
/** '148', '1,000+' */
export const countWords = (format: Format, { count, isMore }: Counted): string =>
  `${format.number(count)}${isMore ? '+' : ''}`
