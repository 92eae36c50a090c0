import { describe, expect, it } from 'vitest'
import { contiguousSeq, mergeMessages, repairFrom, unreadCount } from './chat/thread.ts'
import { readParams } from './params.ts'
import { openStorage } from './storage.ts'
import { FakeServer } from './testing/fakes.tsx'

describe('a thread that was changed', () => {
  const server = new FakeServer()
  const [one, two] = [server.say('1'), server.say('2')]
  const edited = { ...one, text: 'one', editedAt: one.createdAt + 1 }
  const deleted = { ...one, text: '', deletedAt: one.createdAt + 2 }
  it('shows what was changed last, in whatever order it comes', () => {
    expect(mergeMessages([one, two], [edited]).map(({ text }) => text)).toEqual(['one', '2'])
    expect(mergeMessages([deleted, two], [edited, one])[0]).toBe(deleted)
  })
  it('counts no deleted message as unread', () => {
    const nobody = { customerDelivered: 0, customerRead: 0, operatorDelivered: 0, operatorRead: 0 }
    expect(unreadCount([deleted, two], nobody)).toBe(1)
  })
  it('asks after a break for what may have been changed in it', () => {
    expect(repairFrom([one, two], false, null)).toBe(2)
    expect(repairFrom([one, two], false, one.createdAt)).toBe(0)
    expect(repairFrom([one, two], false, one.createdAt + 3_600_000)).toBe(2)
  })
})

describe('a thread', () => {
  const server = new FakeServer()
  const [one, two, three, four] = [server.say('1'), server.say('2'), server.say('3'), server.say('4')]
  it('is in order without doubles, and knows its gap', () => {
    const merged = mergeMessages([two], [four, one, two])
    expect(merged.map((message) => message.seq)).toEqual([1, 2, 4])
    expect(contiguousSeq(merged, false)).toBe(2)
    expect(contiguousSeq(mergeMessages(merged, [three]), false)).toBe(4)
    expect(contiguousSeq([two, three], true)).toBe(3)
    expect(contiguousSeq([two, three], false)).toBe(0)
    expect(contiguousSeq([], false)).toBe(0)
  })
})

it('reads site, language and host from the address', () => {
  expect(readParams('?site=demo&language=&host=https%3A%2F%2Fshop.example', ['de', 'pl-PL'])).toEqual({
    siteKey: 'demo',
    language: 'pl',
    host: 'https://shop.example',
    hasIdentity: false,
  })
  expect(readParams('?site=demo&identity=1', []).hasIdentity).toBe(true)
})

it('keeps in memory what the browser refuses to store', () => {
  const store = openStorage('demo', () => {
    throw new Error('SecurityError')
  })
  store.set('token', 'x')
  expect(store.get('token')).toBe('x')
  expect(store.keys()).toEqual(['token'])
  store.remove('token')
  expect(store.get('token')).toBeNull()
})
