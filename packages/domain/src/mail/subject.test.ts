import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isForwardSubject, normalSubject, requestNumberIn } from './subject.ts'

test.each([
  ['Re: Lid', 'Lid'],
  ['RE: FW: re[2]: Lid', 'Lid'],
  ['Re(3): Lid', 'Lid'],
  ['Re^2: Lid', 'Lid'],
  ['AW: WG: Deckel', 'Deckel'],
  ['Antwort: Deckel', 'Deckel'],
  ['Odp: PD: Pokrywka', 'Pokrywka'],
  ['Отв: На: HA: Крышка', 'Крышка'],
  ['Отг: Препр: Капак', 'Капак'],
  ['Пересл: Крышка', 'Крышка'],
  ['Re：Lid', 'Lid'],
  ['  Lid   of\tK-200 ', 'Lid of K-200'],
  ['Regarding: Lid', 'Regarding: Lid'],
  ['Re', 'Re'],
  ['Report: Re: x', 'Report: Re: x'],
  ['Re:', ''],
  ['', ''],
])('%s is about %s', (subject, normal) => expect(normalSubject(subject)).toBe(normal))

test.each([
  ['Fwd: Lid', true],
  ['WG: Deckel', true],
  ['PD: Pokrywka', true],
  ['Пересл: Крышка', true],
  ['Препр: Капак', true],
  // The answer to a forwarded mail quotes as answers do.
  ['Re: Fwd: Lid', false],
  ['Lid', false],
])('%s is forwarded: %s', (subject, is) => expect(isForwardSubject(subject)).toBe(is))

test.each([
  ['Re: Lid [#4471]', 4471],
  ['[#1] [#2]', 1],
  ['Lid #4471', null],
  ['[#0]', null],
  ['[#12345678901234]', null],
  ['[Ticket#2026102210000018]', null],
])('%s names %s', (subject, number) => expect(requestNumberIn(subject)).toBe(number))

test('what is normal stays so, and a long one takes no longer than it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Re: ', 'Fwd:', 'AW:', 'Отв: ', 'x', ' ')), (parts) => {
      const normal = normalSubject(parts.join(''))
      expect(normalSubject(normal)).toBe(normal)
    }),
  )
  const start = Date.now()
  normalSubject('re: '.repeat(50_000))
  normalSubject(' '.repeat(200_000))
  expect(Date.now() - start).toBeLessThan(1_000)
})
