import { expect, test } from 'vitest'
import { domainOf, domainProblem, normalDomain } from './company-domain.ts'

test.each([
  ['@Kawa.PL', 'kawa.pl'],
  ['https://www.kawa.pl/kontakt', 'kawa.pl'],
  ['anna@kawa.pl', 'kawa.pl'],
  [' кафе.бг. ', 'кафе.бг'],
])('%s is the domain %s', (typed, domain) => expect(normalDomain(typed)).toBe(domain))

test.each([
  ['kawa.pl', null],
  ['кафе.бг', null],
  ['kawa', 'form'],
  ['', 'form'],
  ['ka wa.pl', 'form'],
  ['-kawa.pl', 'form'],
  ['gmail.com', 'public'],
])('%s: %s', (domain, problem) => expect(domainProblem(domain)).toBe(problem))

test.each([
  ['Anna@Kawa.pl', 'kawa.pl'],
  ['anna', ''],
  ['', ''],
])('%s is of %s', (email, domain) => expect(domainOf(email)).toBe(domain))
