import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bodyMarker,
  ownMessageId,
  plusAddress,
  readMarkers,
  readOwnMessageId,
  readPlusAddress,
} from './plus-address.ts'

const signed = { id: '01k8m2v5q6w7x8y9z0abcdefgh', tag: 'a1b2c3d4e5' }

test('what is written is read again, also in capitals', () => {
  const address = plusAddress('support@kawa.example', signed) ?? ''
  expect(address).toBe('support+c01k8m2v5q6w7x8y9z0abcdefgh.a1b2c3d4e5@kawa.example')
  expect(readPlusAddress(address)).toEqual(signed)
  expect(readPlusAddress(address.toUpperCase())).toEqual(signed)
  expect(readOwnMessageId(ownMessageId(signed, 'q7', 'kawa.example').toUpperCase())).toEqual(signed)
  expect(readMarkers(`On it.\n> ${bodyMarker(signed).toUpperCase()} and ${bodyMarker(signed)}`)).toEqual([signed])
})

test('what has the form is read as written, whatever the parts', () => {
  const letters = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'.split(''))
  const text = (minLength: number, maxLength: number) =>
    fc.array(letters, { minLength, maxLength }).map((all) => all.join(''))
  fc.assert(
    fc.property(text(1, 40), text(6, 32), (id, tag) => {
      const address = plusAddress('a+b@x.example', { id, tag })
      const fits = `a+b+c${id}.${tag}`.length <= 64
      expect(address === null ? null : readPlusAddress(address)).toEqual(fits ? { id, tag } : null)
    }),
  )
})

test('a local part has at most 64 octets, counted as UTF-8', () => {
  const mailbox = (local: string) => `${local}@x.example`
  expect(plusAddress(mailbox('a'.repeat(25)), signed)?.indexOf('@')).toBe(64)
  expect(plusAddress(mailbox('a'.repeat(26)), signed)).toBeNull()
  expect(plusAddress(mailbox('я'.repeat(13)), signed)).toBeNull()
})

test.each([
  'support@kawa.example',
  'support+c01.a1b2c3@',
  '+c01.a1b2c3@x.example',
  'support+c01@x.example',
  'support+c01.a1b@x.example',
  'support+d01.a1b2c3@x.example',
  `support+c${'0'.repeat(41)}.a1b2c3@x.example`,
  '',
])('%s names no conversation', (address) => expect(readPlusAddress(address)).toBeNull())

test('ids and markers of others are none of ours', () => {
  expect(readOwnMessageId('<CAF=x1ab@mail.gmail.example>')).toBeNull()
  expect(readOwnMessageId('<c01.a1b2c3@x.example>')).toBeNull()
  expect(readMarkers('[ref:x] [ref:c1.2] ref:c01.a1b2c3d4')).toEqual([])
})

test('an id that could not be read again is a mistake of ours', () => {
  expect(() => plusAddress('a@x.example', { id: 'ABC', tag: 'a1b2c3d4e5' })).toThrow(RangeError)
})
