/** Languages of the product; the contract has the same list for the wire. */
export type Language = 'en' | 'ru' | 'pl' | 'bg'

/** One text per plural form of `n`; which forms a language needs is said by Intl.PluralRules and tested. */
export type Plural = { readonly one?: string; readonly few?: string; readonly many?: string; readonly other: string }

export type Catalogue = { readonly [key: string]: string | Plural | Catalogue }

/** A group may well have a key named 'other'; a plural has nothing but plural forms. */
type IsPlural<T> = T extends Plural ? ([Exclude<keyof T, keyof Plural>] extends [never] ? true : false) : false

/** The same keys as the English source, with any words; a plural stays a plural. */
export type Translation<C> = {
  readonly [K in keyof C]: C[K] extends string ? string : IsPlural<C[K]> extends true ? Plural : Translation<C[K]>
}

/** Dotted paths of all texts, e.g. 'queue.waiting'. */
export type PathOf<C> = {
  [K in keyof C & string]: C[K] extends string ? K : IsPlural<C[K]> extends true ? K : `${K}.${PathOf<C[K]>}`
}[keyof C & string]

type TextAt<C, P extends string> = P extends `${infer K}.${infer Rest}`
  ? K extends keyof C
    ? TextAt<C[K], Rest>
    : never
  : P extends keyof C
    ? C[P]
    : never
type NamesIn<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never
type NamesOf<T> = T extends string ? NamesIn<T> : T extends Plural ? 'n' | NamesIn<T['other']> : never
type ArgsOf<T> = [NamesOf<T>] extends [never]
  ? []
  : [args: { [K in NamesOf<T>]: K extends 'n' ? number : string | number }]

/** `t('queue.waiting', { n: 3 })`: the path and the names in braces are checked by the compiler. */
export type Translator<C> = {
  <P extends PathOf<C>>(path: P, ...args: ArgsOf<TextAt<C, P>>): string
  readonly language: Language
}

/** A file of another language: `translation<typeof en>()({ … })` does not compile with a key missing or too many. */
export const translation =
  <C>() =>
  (texts: Translation<C>): Translation<C> =>
    texts

const tags: Record<Language, string> = { en: 'en-GB', ru: 'ru', pl: 'pl', bg: 'bg' }

/** The tag for Intl: English is written the British way (13 Nov 2026, 14:08). */
export const tagOf = (language: Language): string => tags[language]

/** The first of the wanted language tags that the product speaks ('pl-PL' is pl), English when none. */
export const pickLanguage = (wanted: readonly (string | null | undefined)[]): Language => spokenOf(wanted) ?? 'en'

/** The same, null when none is spoken. */
export function spokenOf(wanted: readonly (string | null | undefined)[]): Language | null {
  for (const tag of wanted) {
    const base = tag?.toLowerCase().split(/[-_]/)[0]
    if (base !== undefined && Object.hasOwn(tags, base)) return base as Language
  }
  return null
}

/**
 * Makes `t` for one language. `n` chooses the plural form and, like every number, is written the way of the language.
 * An unknown path (only possible past the compiler) answers the path itself, so that a screen never breaks on a word.
 */
export function createTranslator<C>(language: Language, catalogue: Translation<C>): Translator<C> {
  const rules = new Intl.PluralRules(tags[language])
  const numbers = new Intl.NumberFormat(tags[language])
  const translate = (path: string, args: Record<string, string | number> = {}): string => {
    let text: unknown = catalogue
    for (const key of path.split('.')) text = (text as Record<string, unknown> | undefined)?.[key]
    if (isPlural(text)) text = text[rules.select(Number(args.n)) as keyof Plural] ?? text.other
    if (typeof text !== 'string') return path
    return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = args[name]
      return typeof value === 'number' ? numbers.format(value) : (value ?? '')
    })
  }
  return Object.assign(translate, { language }) as unknown as Translator<C>
}

const forms = ['one', 'few', 'many', 'other']

/** Tells a plural from a group of texts. */
export const isPlural = (text: unknown): text is Plural =>
  typeof text === 'object' && text !== null && 'other' in text && Object.keys(text).every((key) => forms.includes(key))
