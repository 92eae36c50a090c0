import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeRequest } from '../requests/index.ts'
import { linkRequests, unlinkRequests } from './commands/link-requests.ts'
import { setParent } from './commands/set-parent.ts'
import { splitRequest } from './commands/split-request.ts'
import { requestTies } from './queries/request-ties.ts'
import { tieCandidates } from './queries/tie-candidates.ts'
import { openTies, problemOf, type TiesBench } from '../../testing/ties-bench.ts'

let bench: TiesBench
beforeEach(async () => {
  bench = await openTies()
})
afterEach(() => bench.remove())

const put = (requestId: string, parentId: string | null, change = bench.named()) =>
  bench.execute(setParent, bench.anna, { requestId, parentId }, change)
const ties = (requestId: string) => requestTies(bench.store.read, bench.anna, requestId)

describe('parent and parts', () => {
  test('stand at both, with progress; undone; both histories say so', async () => {
    const [whole, one, two] = [await bench.add('Move'), await bench.add('Boxes'), await bench.add('Van')]
    await put(one, whole)
    const change = bench.named()
    await put(two, whole, change)
    await bench.execute(closeRequest, bench.anna, { requestId: one, outcome: 'solved' })
    expect((await ties(whole)).parts.map(({ title, category }) => [title, category])).toEqual([
      ['Boxes', 'closed'],
      ['Van', 'new'],
    ])
    expect((await ties(one)).parent).toMatchObject({ title: 'Move' })
    expect(bench.ofType('request.partAdded')).toHaveLength(2)
    await bench.undo(two, change)
    expect((await ties(two)).parent).toBeNull()
    await put(one, null)
    expect((await ties(whole)).parts).toEqual([])
  })

  test('circles and what is too deep are refused', async () => {
    const ids: string[] = []
    for (const title of ['1', '2', '3', '4', '5', '6']) ids.push(await bench.add(title))
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = ids
    await put(b, a)
    await put(c, b)
    expect(await problemOf(put(a, a))).toBe('SAME_REQUEST')
    expect(await problemOf(put(a, c))).toBe('LOOP')
    await put(d, c)
    await put(f, e)
    expect(await problemOf(put(e, d))).toBe('TOO_DEEP')
    await put(f, null)
    await put(e, d)
    expect(await problemOf(bench.merge(a, c))).toBe('LOOP')
    await bench.merge(c, a)
    expect((await ties(a)).parts.map(({ title }) => title)).toEqual(['2', '4'])
  })

  test('two people at once cannot make a circle', async () => {
    const ids: string[] = []
    for (const title of ['1', '2', '3', '4']) ids.push(await bench.add(title))
    const [a = '', b = '', c = '', d = ''] = ids
    const results = await Promise.all([
      problemOf(put(a, b)),
      problemOf(put(b, c)),
      problemOf(put(c, d)),
      problemOf(put(d, a)),
    ])
    expect(results.toSorted()).toEqual(['LOOP', 'none', 'none', 'none'])
  })

  test('who closes the whole is asked about open parts, Care Desktop is not', async () => {
    const [whole, part] = [await bench.add('Whole'), await bench.add('Part')]
    await put(part, whole)
    const close = (more: object) =>
      bench.execute(closeRequest, bench.anna, { requestId: whole, outcome: 'solved', ...more })
    await expect(close({})).rejects.toMatchObject({ details: { problem: 'OPEN_PARTS', parts: 1 } })
    await close({ withOpenParts: true })
    expect(await bench.request(whole)).toMatchObject({ category: 'closed' })
    expect(await bench.request(part)).toMatchObject({ category: 'new' })
  })
})

describe('links', () => {
  const link = (
    requestId: string,
    otherId: string,
    kind: 'related' | 'duplicate' = 'related',
    change = bench.named(),
  ) => bench.execute(linkRequests, bench.anna, { requestId, otherId, kind }, change)

  test('stand at both sides, once for two requests, and go again; undone both ways', async () => {
    const [one, two] = [await bench.add('One'), await bench.add('Two')]
    const change = bench.named()
    const { linkId } = await link(one, two, 'duplicate', change)
    expect((await ties(one)).links).toMatchObject([{ kind: 'duplicate', isFrom: true, request: { title: 'Two' } }])
    expect((await ties(two)).links).toMatchObject([{ kind: 'duplicate', isFrom: false, request: { title: 'One' } }])
    expect(await problemOf(link(two, one))).toBe('LINKED_ALREADY')
    expect(await problemOf(link(one, one))).toBe('SAME_REQUEST')
    const removed = bench.named()
    await bench.execute(unlinkRequests, bench.anna, { requestId: two, linkId }, removed)
    expect((await ties(one)).links).toEqual([])
    await bench.undo(two, removed)
    expect((await ties(one)).links).toMatchObject([{ id: linkId, isFrom: true }])
    await bench.undo(one, change)
    expect((await ties(one)).links).toEqual([])
  })

  test('go along with a merge and come back; what one may not see is only a number', async () => {
    const [one, two, far] = [await bench.add('One'), await bench.add('Two'), await bench.add('Far')]
    await link(one, far)
    const { mergeId } = await bench.merge(one, two)
    expect((await ties(two)).links).toMatchObject([{ request: { title: 'Far' } }])
    await bench.unmerge(mergeId)
    expect((await ties(two)).links).toEqual([])
    const boris = await bench.operator('Boris')
    const own = await bench.add('Of Boris', undefined, boris)
    const vera = await bench.operator('Vera', 'supervisor', [])
    await bench.execute(linkRequests, vera, { requestId: own, otherId: one, kind: 'related' })
    const seen = await requestTies(bench.store.read, boris, own)
    expect(seen.links).toMatchObject([{ request: { canSee: false, title: '', customer: null } }])
  })
})

describe('splitting', () => {
  test('makes a request of the chosen ones, linked back; undone it is gone', async () => {
    const from = await bench.add('Two things')
    const [a, b] = [await bench.mail(from), await bench.mail(from)]
    const before = await bench.rows()
    const change = bench.named()
    const { requestId } = await bench.execute(
      splitRequest,
      bench.anna,
      { requestId: from, activityIds: [b], title: 'The other thing' },
      change,
    )
    expect(await bench.request(requestId)).toMatchObject({ title: 'The other thing', assigneeId: 'anna' })
    expect([(await bench.row(a)).requestId, (await bench.row(b)).requestId]).toEqual([from, requestId])
    expect((await ties(requestId)).links).toMatchObject([{ kind: 'split', isFrom: true, request: { id: from } }])
    await bench.undo(from, change)
    expect(await bench.rows()).toEqual(before)
  })

  test('refuses none, all, what is not of it, and a colleague’s task', async () => {
    const from = await bench.add('Two things')
    const [a, b] = [await bench.mail(from), await bench.mail(from)]
    const split = (activityIds: string[]) =>
      bench.execute(splitRequest, bench.anna, { requestId: from, activityIds, title: 'New' })
    expect(await problemOf(split([]))).toBe('NOTHING_CHOSEN')
    expect(await problemOf(split([a, b]))).toBe('ALL_CHOSEN')
    expect(await problemOf(split(['elsewhere']))).toBe('NOT_OF_REQUEST')
    await bench.operator('Boris')
    await bench.give(b, 'boris')
    expect(await problemOf(split([b]))).toBe('FORBIDDEN')
  })
})

test('candidates: the customer’s, by words or number; another customer’s only by its whole number and not to merge', async () => {
  const [one, two, closed] = [
    await bench.add('Broken tank'),
    await bench.add('Gebrochener Tank'),
    await bench.add('Old'),
  ]
  const foreign = await bench.add('Foreign', (await bench.visitor('Maria')).customerId)
  await bench.execute(closeRequest, bench.anna, { requestId: closed, outcome: 'solved' })
  const found = async (search: string, forMerge: boolean) =>
    (await tieCandidates(bench.store.read, bench.anna, one, { search, forMerge })).items.map(({ id }) => id)
  expect((await found('', true)).toSorted()).toEqual([two])
  expect((await found('', false)).toSorted()).toEqual([two, closed].toSorted())
  expect(await found('tank gebro', true)).toEqual([two])
  const { number } = await bench.request(foreign)
  expect(await found(`REQ-${number}`, false)).toEqual([foreign])
  expect(await found(`REQ-${number}`, true)).toEqual([])
  const { mergeId } = await bench.merge(two, one)
  expect(await found(`${(await bench.request(two)).number}`, false)).toEqual([])
  await bench.unmerge(mergeId)
})
