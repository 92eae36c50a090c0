import { BlockList, isIP } from 'node:net'

/** Nobody blocks half the world by a slip of the keyboard: the shortest prefixes that are taken. */
const shortest = { 4: 8, 6: 32 } as const

/**
 * An IP address or a range (CIDR) in its one spelling, the host's bits zero; null when it is none or too wide.
 * `10.1.2.3` → `10.1.2.3`, `10.1.2.3/8` → `10.0.0.0/8`, `2001:DB8::1/32` → `2001:db8::/32`.
 */
export function readNetwork(typed: string): string | null {
  const [address = '', bits, ...more] = typed.trim().split('/')
  const family = isIP(address)
  if (family === 0 || address.includes('%') || more.length > 0) return null
  const width = family === 4 ? 32 : 128
  if (bits === undefined) return spell(bytesOf(address, family))
  if (!/^\d{1,3}$/.test(bits)) return null
  const prefix = Number(bits)
  if (prefix > width || prefix < shortest[family === 4 ? 4 : 6]) return null
  const base = spell(bytesOf(address, family).map((byte, i) => byte & maskOf(prefix - i * 8)))
  return prefix === width ? base : `${base}/${prefix}`
}

/** Whether an address stands in one of the networks; IPv4 that came in the clothes of IPv6 is IPv4. */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const family = isIP(plain)
  if (family === 0 || networks.length === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    const type = base.includes(':') ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(base, type)
    else list.addSubnet(base, Number(bits), type)
  }
  return list.check(plain, family === 4 ? 'ipv4' : 'ipv6')
}

const maskOf = (bits: number): number => (0xff << (8 - Math.min(8, Math.max(0, bits)))) & 0xff

function bytesOf(address: string, family: number): number[] {
  if (family === 4) return address.split('.').map(Number)
  // The URL parser knows the short forms.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : [])
  const zeros = 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...(tail === undefined ? [] : Array<string>(zeros).fill('0')), ...groups(tail)]
  return all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff])
}

function spell(bytes: readonly number[]): string {
  if (bytes.length === 4) return bytes.join('.')
  const groups = Array.from({ length: 8 }, (_, i) =>
    (((bytes[i * 2] ?? 0) << 8) | (bytes[i * 2 + 1] ?? 0)).toString(16),
  )
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1)
}
