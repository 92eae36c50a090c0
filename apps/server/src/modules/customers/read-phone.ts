import { phoneDigits } from '@care/domain'
import { type CountryCode, getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { AppError } from '../../kernel/app-error.ts'

/** From what a number without a country code is completed, the surest first. */
export interface PhoneHints {
  /** ISO 3166 alpha-2: where it certainly is, when the number says nothing else. */
  country?: string | null | undefined
  timeZone?: string | null | undefined
  language?: string | null | undefined
}
export interface ReadPhone {
  /** E.164 where the country is known, else the bare digits: by it numbers are compared. Null when there is no number. */
  normal: string | null
  /** Whether `normal` is E.164. */
  isInternational: boolean
}

/** Languages that are spoken in one country above all; English says nothing. */
const countryOfLanguage: Readonly<Record<string, CountryCode>> = { pl: 'PL', bg: 'BG', ru: 'RU' }
/** How many digits a number without a country code may have: a short one of a switchboard, up to E.164's 15. */
const localDigits = { fewest: 3, most: 15 }
const extension = /(?:[,;#]|\s*(?:ext|доб|wew|вътр)\.?|\s*x)\s*#?\s*\d{1,8}\s*$/iu
const phoneSigns = /^[\d\s()+./\-\u00A0\u2010-\u2015]*$/u

/** Reads a phone number in any notation; null when it is none (row C1). An empty one is a number that is not there. */
export function readPhone(raw: string, hints: PhoneHints = {}): ReadPhone | null {
  const typed = raw.normalize('NFKC').trim()
  if (typed === '') return { normal: null, isInternational: false }
  const number = typed.replace(/^tel:/iu, '').replace(extension, '')
  if (!phoneSigns.test(number)) return null
  const digits = phoneDigits(number)
  if (digits.startsWith('+')) return international(digits)
  const country = countriesOf(hints).find((one) => parsePhoneNumberFromString(digits, one)?.isValid())
  const completed = country && parsePhoneNumberFromString(digits, country)
  if (completed) return { normal: completed.number, isInternational: true }
  if (digits.length < localDigits.fewest || digits.length > localDigits.most) return null
  return { normal: digits, isInternational: false }
}

/** "Possible", not "valid": new ranges are given out faster than lists of them are. */
function international(digits: string): ReadPhone | null {
  const phone = parsePhoneNumberFromString(digits)
  return phone?.isPossible() ? { normal: phone.number, isInternational: true } : null
}

/** The same for a command: refuses what is no number, and says how one is written. */
export function requirePhone(raw: string, hints: PhoneHints): string | null {
  const read = readPhone(raw, hints)
  if (!read) throw new AppError('PHONE_INVALID', 'this is not a phone number', { path: 'phone' })
  return read.normal
}

function countriesOf({ country, timeZone, language }: PhoneHints): CountryCode[] {
  const said = country && isSupportedCountry(country) ? country : undefined
  const here = timeZone ? countryOfZone().get(timeZone) : undefined
  const speaks = language ? countryOfLanguage[language] : undefined
  return [...new Set([said, here, speaks].filter((one) => one !== undefined))]
}

let zones: Map<string, CountryCode | undefined> | null = null
/** The country of each time zone that is one country's alone, by the JavaScript engine; made when first asked for. */
function countryOfZone(): Map<string, CountryCode | undefined> {
  if (zones) return zones
  zones = new Map()
  for (const country of getCountries()) {
    const locale = new Intl.Locale('und', { region: country }) as Intl.Locale & { getTimeZones?: () => string[] }
    for (const zone of locale.getTimeZones?.() ?? []) zones.set(zone, zones.has(zone) ? undefined : country)
  }
  return zones
}

const commonCountries = ['RU', 'PL', 'BG', 'GB'] as const satisfies readonly CountryCode[]

/**
 * Digits by which a number that was typed into a search may be stored, besides those typed: Russians write 8 912 for
 * +7 912, Britons (0)20 for +44 20. Without a country every country of the product's languages is tried. Of a number
 * that is still being typed no country says that it is one: then without the Russian eight.
 */
export function otherDigits(digits: string): string[] {
  const national = commonCountries.flatMap((country) => {
    if (!isSupportedCountry(country)) return []
    const phone = parsePhoneNumberFromString(digits, country)
    return phone?.isValid() ? [phone.nationalNumber as string] : []
  })
  const begun = digits.startsWith('8') ? [digits.slice(1)] : []
  return [...new Set([...national, ...begun])].filter((other) => other !== digits)
}

/** A number as people read it: "+48 601 234 567"; without a country as it stands. */
export const shownPhone = (normal: string): string =>
  parsePhoneNumberFromString(normal)?.formatInternational() ?? normal
