let known: ReadonlySet<string> | null = null

/** Whether it is a code of ISO 4217 that amounts can have. */
export const isCurrency = (code: string): boolean => (known ??= new Set(Intl.supportedValuesOf('currency'))).has(code)

/** How many digits of the minor unit an amount has: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** The greatest amount, in minor units: sums of many stay exact numbers. */
export const greatestAmount = 1_000_000_000_000

/**
 * An amount as people type it ('1 234,50', '1,234.50') in minor units of its currency; null when it is none, has more digits
 * than the currency, or is too great. A lone comma or point with three digits behind it divides thousands.
 */
export function parseAmount(text: string, currency: string): number | null {
  const digits = minorDigits(currency)
  const bare = text.replaceAll(/[\s'’_]/g, '')
  if (!/^\d[\d.,]*$/.test(bare)) return null
  const { whole, fraction } = split(bare, digits)
  if (whole === null || fraction.length > digits) return null
  const amount = Number(`${whole}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(amount) && amount <= greatestAmount ? amount : null
}

function split(text: string, digits: number): { whole: string | null; fraction: string } {
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last === -1) return { whole: text, fraction: '' }
  const mark = text.charAt(last)
  const other = mark === '.' ? ',' : '.'
  const isRepeated = text.indexOf(mark) !== last
  const behind = text.slice(last + 1)
  const dividesThousands = isRepeated || (behind.length === 3 && digits !== 3 && !text.includes(other))
  if (dividesThousands) return { whole: withoutThousands(text, mark), fraction: '' }
  return { whole: withoutThousands(text.slice(0, last), other), fraction: behind }
}

/** Null when the marks do not stand between thousands. */
function withoutThousands(text: string, mark: string): string | null {
  const [first = '', ...groups] = text.split(mark)
  if (groups.some((group) => !/^\d{3}$/.test(group))) return null
  if (!/^\d+$/.test(first) || (groups.length > 0 && first.length > 3)) return null
  return first + groups.join('')
}

/** An amount as people type it, from minor units: what `parseAmount` reads back. */
export function amountText(amount: number, currency: string): string {
  const digits = minorDigits(currency)
  const text = String(amount).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
