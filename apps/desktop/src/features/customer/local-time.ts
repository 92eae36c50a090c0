/** Time zones the browser knows, for the list of the time zone field; UTC is not in the browsers' own list. */
export function knownTimeZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone')
  return zones.includes('UTC') ? zones : ['UTC', ...zones]
}

/** 'Europe/Sofia' is shown as 'Sofia', 'America/Argentina/Buenos_Aires' as 'Buenos Aires'. */
export const cityOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')

/** Whether the browser can tell the time there; a zone saved by a newer server may be unknown here. */
export function isKnownZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch {
    return false
  }
}
