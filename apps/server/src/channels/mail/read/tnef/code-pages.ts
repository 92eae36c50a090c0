/** Code pages of Windows by their numbers ([MS-UCODEREF] 2.2.1), as TextDecoder calls them. */
const named: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10_007: 'x-mac-cyrillic',
  20_127: 'windows-1252',
  20_866: 'koi8-r',
  21_866: 'koi8-u',
  50_220: 'iso-2022-jp',
  54_936: 'gb18030',
  65_001: 'utf-8',
}

function labelOf(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  if (page >= 28_591 && page <= 28_605) return `iso-8859-${page - 28_590}`
  return named[page] ?? 'windows-1252'
}

/** Letters of a code page, up to the NUL that ends them; one that is not known is read as Western European. */
export function decodePage(bytes: Buffer, page: number | null): string {
  const label = labelOf(page ?? 0)
  let text: string
  try {
    text = new TextDecoder(label).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
