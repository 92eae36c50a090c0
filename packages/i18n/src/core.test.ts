import { describe, expect, it } from 'vitest'
import { createTranslator, pickLanguage, spokenOf, translation } from './core.ts'

const en = {
  hello: 'Hello {name}',
  queue: { waiting: { one: '{n} customer waits', other: '{n} customers wait' } },
} as const
const ru = translation<typeof en>()({
  hello: 'Здравствуйте, {name}',
  queue: {
    waiting: { one: '{n} клиент ждёт', few: '{n} клиента ждут', many: '{n} клиентов ждут', other: '{n} клиента ждут' },
  },
})

describe('createTranslator', () => {
  const t = createTranslator<typeof en>('ru', ru)

  it.each([
    [0, '0 клиентов ждут'],
    [1, '1 клиент ждёт'],
    [2, '2 клиента ждут'],
    [5, '5 клиентов ждут'],
    [21, '21 клиент ждёт'],
    [1200, '1\u00A0200 клиентов ждут'],
  ])('chooses the Russian form for %d', (n, expected) => {
    expect(t('queue.waiting', { n })).toBe(expected)
  })

  it('fills names and keeps text of people as it is', () => {
    expect(t('hello', { name: '<b>{n}</b> $& Анна' })).toBe('Здравствуйте, <b>{n}</b> $& Анна')
  })

  it('refuses wrong paths and missing arguments at compile time', () => {
    // @ts-expect-error no such path
    expect(t('queue.nothing')).toBe('queue.nothing')
    // @ts-expect-error the name is needed
    expect(t('hello')).toBe('Здравствуйте, ')
    // @ts-expect-error a key is missing
    translation<typeof en>()({ hello: '' })
    // @ts-expect-error a key too many
    translation<typeof en>()({ ...ru, other: '' })
  })
})

it('picks the first language that the product speaks', () => {
  expect(pickLanguage([null, 'de-DE', 'pl-PL', 'ru'])).toBe('pl')
  expect(pickLanguage(['constructor', 'de'])).toBe('en')
  expect(spokenOf(['de', 'fr'])).toBeNull()
})
