/** Addresses of pages, one a line, as origins: `https://shop.example`. Null when one of them is none. */
export function readOrigins(typed: string): string[] | null {
  const lines = typed
    .split(/[\s,]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const origins = lines.map((line) => (/^https?:\/\//u.test(line) && URL.canParse(line) ? new URL(line).origin : null))
  return origins.includes(null) ? null : [...new Set(origins.filter((one) => one !== null))]
}
