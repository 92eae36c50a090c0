import { loadScreenWords, loadDesktop } from '@care/i18n/desktop'
import { expect, test } from 'vitest'
import { headingOfKeys, wordsOfKey } from '../shared/keyboard/words.ts'
import { allKeys } from './every-key.ts'

const t = await loadDesktop('en')
await loadScreenWords(t)

test('every key has words, and no two of a group have the same press', () => {
  expect(allKeys.length).toBeGreaterThan(6)
  for (const group of allKeys) {
    expect(headingOfKeys(t, group)).not.toMatch(/^keys\./)
    const presses = Object.values(group.keys).flat()
    expect(new Set(presses).size).toBe(presses.length)
    for (const id of Object.keys(group.keys)) expect(wordsOfKey(t, group, id)).toMatch(/^[A-Z][^.{]+$/)
  }
})

test('each has its place in the help, and what means the same everywhere has one key', () => {
  expect(new Set(allKeys.map(({ place }) => place)).size).toBe(allKeys.length)
  expect(new Set(allKeys.map(({ id }) => id)).size).toBe(allKeys.length)
})
