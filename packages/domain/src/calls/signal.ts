/** Limits of what two browsers tell each other to connect, in characters. */
export const signalLimits = { sdp: 20_000, candidate: 1_000, mid: 64 } as const

/**
 * Whether a text can be the description of a call (RFC 8866): one of sound alone, secured (RFC 8122) and with ICE (RFC
 * 8839). The browser that gets it checks it whole; this keeps garbage and other media from being passed on.
 */
export function isCallDescription(sdp: string): boolean {
  if (sdp.length > signalLimits.sdp || !/^v=0\r?\n/.test(sdp)) return false
  const kinds = [...sdp.matchAll(/^m=(\w+) /gm)].map(([, kind]) => kind)
  if (kinds.length === 0 || kinds.some((kind) => kind !== 'audio')) return false
  return /^a=fingerprint:/m.test(sdp) && /^a=ice-ufrag:/m.test(sdp)
}

/** A way to reach a browser (RFC 8839), or the empty one that says there are no more. */
export const isCandidate = (text: string): boolean =>
  text === '' || (text.length <= signalLimits.candidate && /^candidate:\S+ \d+ \w+ \d+ \S+ \d+ typ \w+/.test(text))
