import { spokenOf, type Language } from '@care/i18n/core'

export interface Params {
  siteKey: string
  /** Of the page, or of the browser; null when it is none of ours: then the site's. */
  language: Language | null
  /** Origin of the page around the iframe; empty when the page was opened by itself. */
  host: string
  /** The page says who its visitor is; until it has, nothing is opened. */
  hasIdentity: boolean
}

/** Reads the iframe's address: the loader puts site, language and the host page's origin there. */
export function readParams(search: string, browserLanguages: readonly string[]): Params {
  const query = new URLSearchParams(search)
  return {
    siteKey: query.get('site') ?? '',
    language: spokenOf([query.get('language'), ...browserLanguages]),
    host: query.get('host') ?? '',
    hasIdentity: query.has('identity'),
  }
}
