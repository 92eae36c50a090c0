import type { SettingField, Settings } from '../channels/setting-fields.ts'

/** What browsers find each other by in a call (row K1): a STUN server, and a TURN server that passes on what no other way takes. */
export const relayFields: readonly SettingField[] = [
  { id: 'stunHost', kind: 'host' },
  { id: 'stunPort', kind: 'number', standard: 3478, min: 1, max: 65_535 },
  { id: 'turnHost', kind: 'host' },
  { id: 'turnPort', kind: 'number', standard: 3478, min: 1, max: 65_535 },
  { id: 'turnTransport', kind: 'choice', choices: ['any', 'udp', 'tcp', 'tls'], standard: 'any', hasHint: true },
  { id: 'turnSecret', kind: 'secret', hasHint: true },
]

export interface RelayUrls {
  stunUrls: readonly string[]
  turnUrls: readonly string[]
}

const transports: Record<string, readonly string[]> = { any: ['udp', 'tcp'], udp: ['udp'], tcp: ['tcp'], tls: ['tls'] }

/** The addresses of such settings, standards included, as a browser takes them (RFC 7064, RFC 7065). */
export function relayUrls(settings: Settings): RelayUrls {
  const { stunHost, stunPort, turnHost, turnPort, turnTransport } = settings
  const turn = (way: string): string =>
    way === 'tls' ? `turns:${turnHost}:${turnPort}?transport=tcp` : `turn:${turnHost}:${turnPort}?transport=${way}`
  return {
    stunUrls: stunHost ? [`stun:${stunHost}:${stunPort}`] : [],
    turnUrls: turnHost ? (transports[String(turnTransport)] ?? []).map(turn) : [],
  }
}
