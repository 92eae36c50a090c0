const fallback = '#1f5a45'

/** The shop's colour, darkened until white text on it has a contrast of 4.5 to 1. Anything but #rrggbb is our green. */
export function readable(colour: string): string {
  const hex = /^#[\da-f]{6}$/i.test(colour) ? colour : fallback
  let channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  while (contrastToWhite(channels) < 4.5) channels = channels.map((channel) => Math.floor(channel * 0.95))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Contrast ratio of WCAG 2 between white and a colour of three channels 0 to 255. */
export function contrastToWhite(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
