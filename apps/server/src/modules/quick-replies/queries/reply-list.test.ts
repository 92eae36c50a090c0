import { searchReplies, type SearchedReply } from '@care/domain/quick-replies'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bootServer, type TestServer } from '../../../testing/boot-server.ts'
import type { Desk } from '../../../testing/people.ts'

let server: TestServer
let anna: Desk
let all: SearchedReply[]
const words = ['order', 'Refund', 'zwrot', 'Żółw', 'ёлка', 'елка', 'return label', 'a', 'ab', '5', 'поръчка']
const pick = (seed: number): string => words[seed % words.length] ?? ''

beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  anna = await server.signIn('anna')
  const vera = await server.signIn('vera')
  for (let i = 0; i < 40; i++) {
    const isShared = i % 3 !== 0
    await (isShared ? vera : anna).call('addQuickReply', {
      body: {
        isShared,
        shortcut: `${pick(i * 7).replace(' ', '-')}-${i}`,
        title: `${pick(i * 5)} ${pick(i * 3 + 1)}`,
        group: i % 4 === 0 ? 'Orders' : '',
        texts: i % 5 === 0 ? { ru: pick(i * 2), bg: pick(i) } : { en: `${pick(i + 4)} {customer.name}` },
      },
    })
  }
  all = await pages({})
})
afterAll(() => server.stop())

/** Everything, by pages of seven. */
async function pages(query: { search?: string; language?: 'ru'; group?: string }) {
  const items = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof read>> = await read({ ...query, ...(cursor === null ? {} : { cursor }) })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return items
}
const read = (query: { search?: string; cursor?: string; language?: 'ru'; group?: string }) =>
  anna.call('listQuickReplies', { query: { limit: 7, ...query } })

test('pages meet without a gap, in order of shortcut', () => {
  expect(all).toHaveLength(40)
  expect(new Set(all.map(({ id }) => id)).size).toBe(40)
  expect(searchReplies(all, '').map(({ id }) => id)).toEqual(all.map(({ id }) => id))
})

test('what is found, and its order, is what a plain scan finds', async () => {
  const one = fc.constantFrom(...words, 'or', 'zw', 'ре', 'return-label-1', '/a', 'x')
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 2 }), async (typed) => {
      const search = typed.join(' ')
      const found = (await pages({ search })).map(({ id }) => id)
      expect(found).toEqual(searchReplies(all, search).map(({ id }) => id))
    }),
    { numRuns: 40 },
  )
})

test('by group and by language', async () => {
  expect((await pages({ group: 'Orders' })).map(({ id }) => id)).toEqual(
    all.filter(({ group }) => group === 'Orders').map(({ id }) => id),
  )
  const russian = (await pages({ language: 'ru', search: 'a' })).map(({ id }) => id)
  expect(russian).toEqual(
    searchReplies(all, 'a')
      .filter(({ texts }) => texts.ru !== undefined)
      .map(({ id }) => id),
  )
  expect((await read({})).groups).toEqual(['Orders'])
})

test('a cursor of another list is refused', async () => {
  const { nextCursor } = await read({})
  await expect(read({ search: 'a', cursor: nextCursor ?? '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})
