import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPlural, tagOf, type Catalogue, type Language, type Plural } from './core.ts'
import { bg as desktopBg } from './desktop/bg.ts'
import { en as desktopEn } from './desktop/en.ts'
import { pl as desktopPl } from './desktop/pl.ts'
import { ru as desktopRu } from './desktop/ru.ts'
import { dynamicPrefixes } from './dynamic-prefixes.ts'
import { bgLater } from './widget/bg-later.ts'
import { bg as widgetBg } from './widget/bg.ts'
import { enLater } from './widget/en-later.ts'
import { en as widgetEn } from './widget/en.ts'
import { plLater } from './widget/pl-later.ts'
import { pl as widgetPl } from './widget/pl.ts'
import { ruLater } from './widget/ru-later.ts'
import { ru as widgetRu } from './widget/ru.ts'

const root = join(import.meta.dirname, '../../..')
const apps: Record<'desktop' | 'widget', Record<Language, Catalogue>> = {
  desktop: { en: desktopEn, ru: desktopRu, pl: desktopPl, bg: desktopBg },
  widget: {
    en: { ...widgetEn, ...enLater },
    ru: { ...widgetRu, ...ruLater },
    pl: { ...widgetPl, ...plLater },
    bg: { ...widgetBg, ...bgLater },
  },
}

type Leaf = [path: string, text: string | Plural]
const leaves = (group: Catalogue, prefix = ''): Leaf[] =>
  Object.entries(group).flatMap(([key, value]): Leaf[] =>
    typeof value === 'string' || isPlural(value) ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
const names = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')

function sourceOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

it('the desktop has words for every error code of the contract', () => {
  const words = new Map(leaves(desktopEn))
  const codes = [
    ...readFileSync(join(root, 'packages/contract/src/errors.ts'), 'utf8').matchAll(/^ {2}([A-Z_]+): \{ status/gm),
  ]
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.map(([, code]) => `errors.${code}`).filter((path) => !words.has(path))).toEqual([])
})

describe.each(['desktop', 'widget'] as const)('%s', (app) => {
  const english = new Map(leaves(apps[app].en))

  it('has no key that the app does not use', () => {
    const source = sourceOf(join(root, 'apps', app, 'src'))
    const used = new Set(source.match(/(?<=['"`])[\w-]+(?:\.[\w-]+)*(?=['"`])/g))
    const unused = [...english.keys()].filter(
      (path) => !used.has(path) && !dynamicPrefixes[app].some((prefix) => path.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  it.each(['en', 'ru', 'pl', 'bg'] as const)(
    '%s has every plural form, the same names in braces and no empty text',
    (language) => {
      const forms = new Intl.PluralRules(tagOf(language)).resolvedOptions().pluralCategories.toSorted().join(' ')
      const problems = leaves(apps[app][language]).flatMap(([path, text]) => {
        const source = english.get(path)
        const texts = isPlural(text) ? Object.values(text) : [text]
        const wanted = source === undefined ? '' : names(isPlural(source) ? source.other : source)
        return [
          ...(isPlural(text) && Object.keys(text).toSorted().join(' ') !== forms
            ? [`${path}: needs the forms ${forms}`]
            : []),
          ...texts.filter((one) => one.trim() === '').map(() => `${path}: empty`),
          ...texts
            .filter((one) => names(one) !== wanted && !isPlural(text))
            .map(() => `${path}: names differ from ${wanted}`),
          ...(isPlural(text) && names(text.other) !== wanted ? [`${path}: names differ from ${wanted}`] : []),
        ]
      })
      expect(problems).toEqual([])
    },
  )

  it.each(['ru', 'bg'] as const)('%s is translated: each text has Cyrillic letters or none at all', (language) => {
    const latin = leaves(apps[app][language]).filter(([path, text]) => {
      const words = (isPlural(text) ? text.other : text).replaceAll(/\{\w+\}|Care Desktop/g, '')
      return /[a-z]{4}/i.test(words) && !/\p{Script=Cyrillic}/u.test(words) && english.has(path)
    })
    expect(latin).toEqual([])
  })
})
