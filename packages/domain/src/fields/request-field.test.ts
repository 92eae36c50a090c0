import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldProblems } from './field-problems.ts'
import type { Attributes } from './field-value.ts'
import { isRequiredAt, missingFields, type RequestField, shownFields } from './request-field.ts'

const named = (name: string) => ({ en: name, ru: '', pl: '', bg: '' })
const field = (id: string, over: Partial<RequestField> = {}): RequestField => ({
  id,
  name: named(id),
  kind: 'text',
  options: [],
  required: 'never',
  requiredStages: [],
  shownIf: null,
  isRemoved: false,
  ...over,
})
const options = ['a', 'b'].map((key) => ({ key, name: named(key) }))
const choice = (id: string, over: Partial<RequestField> = {}) => field(id, { kind: 'choice', options, ...over })
const closed = { key: 'done', category: 'closed' } as const
const active = { key: 'work', category: 'active' } as const
const shown = (fields: RequestField[], attributes: Attributes) => shownFields(fields, attributes).map(({ id }) => id)

describe('shown if', () => {
  const fields = [
    choice('reason'),
    choice('part', { shownIf: { fieldId: 'reason', values: ['a'] } }),
    field('serial', { shownIf: { fieldId: 'part', values: ['a', 'b'] } }),
    field('agreed', { kind: 'yesNo' }),
    field('why', { shownIf: { fieldId: 'agreed', values: ['no'] } }),
    choice('uses', { kind: 'choices' }),
    field('which', { shownIf: { fieldId: 'uses', values: ['b'] } }),
  ]
  test.each<[string, Attributes, string[]]>([
    ['nothing is answered', {}, []],
    ['the answer is another', { reason: 'b' }, []],
    ['the answer is the one', { reason: 'a' }, ['part']],
    ['a chain', { reason: 'a', part: 'b' }, ['part', 'serial']],
    ['what decides is hidden itself', { reason: 'b', part: 'b' }, []],
    ['no', { agreed: false }, ['why']],
    ['yes', { agreed: true }, []],
    ['one of several', { uses: ['a', 'b'] }, ['which']],
    ['an option that is gone', { reason: 'gone' }, []],
  ])('%s', (_name, attributes, more) => {
    const always = ['reason', 'agreed', 'uses']
    expect(new Set(shown(fields, attributes))).toEqual(new Set([...always, ...more]))
  })

  test('a removed field is not shown, nor what depends on it', () => {
    const [first, ...rest] = fields
    if (!first) throw new Error('no field')
    expect(shown([{ ...first, isRemoved: true }, ...rest], { reason: 'a' })).not.toContain('part')
  })
})

test.each([
  ['never', closed, false],
  ['always', active, true],
  ['stages', active, true],
  ['stages', closed, false],
  ['closing', closed, true],
  ['closing', active, false],
] as const)('required %s, at %j: %s', (required, stage, expected) => {
  expect(isRequiredAt(field('x', { required, requiredStages: ['work'] }), stage)).toBe(expected)
})

test('what is hidden is not asked, what is answered neither', () => {
  const fields = [
    choice('reason', { required: 'always' }),
    field('serial', { required: 'closing', shownIf: { fieldId: 'reason', values: ['a'] } }),
  ]
  const missing = (attributes: Attributes) => missingFields(fields, attributes, closed).map(({ id }) => id)
  expect(missing({})).toEqual(['reason'])
  expect(missing({ reason: 'b' })).toEqual([])
  expect(missing({ reason: 'a' })).toEqual(['serial'])
  expect(missing({ reason: 'a', serial: ' ' })).toEqual(['serial'])
  expect(missing({ reason: 'a', serial: '77' })).toEqual([])
})

describe('fields that cannot be saved', () => {
  const on = (fieldId: string, values = ['a']) => ({ shownIf: { fieldId, values } })
  test.each<[string, RequestField[], string[]]>([
    ['sound ones', [choice('c'), field('t', on('c'))], []],
    ['twice the same', [field('t'), field('t')], ['DUPLICATE_FIELD:t']],
    ['without a name', [field('t', { name: named('') })], ['NO_NAME:t']],
    ['a choice of nothing', [field('c', { kind: 'choices' })], ['NO_OPTIONS:c']],
    ['a stage that is none', [field('t', { required: 'stages', requiredStages: ['work', 'x'] })], ['UNKNOWN_STAGE:t']],
    ['no stage at all', [field('t', { required: 'stages' })], ['UNKNOWN_STAGE:t']],
    ['a field that is none', [field('t', on('x'))], ['SHOWN_IF_UNKNOWN:t']],
    ['a removed one', [choice('c', { isRemoved: true }), field('t', on('c'))], ['SHOWN_IF_UNKNOWN:t']],
    ['a text', [field('a'), field('t', on('a'))], ['SHOWN_IF_KIND:t']],
    ['an unknown answer', [choice('c'), field('t', on('c', ['z']))], ['SHOWN_IF_VALUES:t']],
    ['no answer', [choice('c'), field('t', on('c', []))], ['SHOWN_IF_VALUES:t']],
    ['itself', [choice('c', on('c'))], ['SHOWN_IF_CIRCLE:c']],
    ['a circle', [choice('a', on('b')), choice('b', on('a'))], ['SHOWN_IF_CIRCLE:a', 'SHOWN_IF_CIRCLE:b']],
    ['a removed one may be as it likes', [choice('a', { ...on('x'), isRemoved: true })], []],
  ])('%s', (_name, fields, problems) => {
    expect(fieldProblems(fields, ['work', 'done'])).toEqual(problems)
  })
})

const anyFields = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.array(
    fc.record({
      decider: fc.option(fc.nat({ max: size - 1 })),
      values: fc.subarray(['a', 'b'], { minLength: 1 }),
      isRemoved: fc.boolean(),
      required: fc.constantFrom('never' as const, 'always' as const, 'closing' as const),
    }),
    { minLength: size, maxLength: size },
  ),
)

test('whatever the fields and values: a field is shown exactly when every field it rests on has a wanted answer', () => {
  fc.assert(
    fc.property(
      anyFields,
      fc.dictionary(fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6'), fc.constantFrom('a', 'b')),
      (drawn, attributes) => {
        const fields = drawn.map(({ decider, values, ...rest }, index) =>
          choice(`f${index}`, { ...rest, shownIf: decider === null ? null : { fieldId: `f${decider}`, values } }),
        )
        const visible = new Set(shown(fields, attributes))
        // Said once more, from the bottom up: grow what is shown until nothing is added.
        const grown = new Set<string>()
        for (let before = -1; before !== grown.size;) {
          before = grown.size
          for (const { id, isRemoved, shownIf } of fields)
            if (
              !isRemoved &&
              (shownIf === null ||
                (grown.has(shownIf.fieldId) && shownIf.values.includes(String(attributes[shownIf.fieldId]))))
            )
              grown.add(id)
        }
        expect(visible).toEqual(grown)
        for (const { id } of missingFields(fields, attributes, closed)) expect(visible.has(id)).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})
