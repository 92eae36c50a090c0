import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fillTemplate,
  parseTemplate,
  textOf,
  unknownVariables,
  variableNames,
  type VariableValues,
} from './template.ts'
import { unfilledIn } from './unfilled.ts'

const values: VariableValues = { 'customer.firstName': 'Elena', 'request.number': 'REQ-20481', 'operator.name': ' ' }
const fieldValue = (name: string): string | undefined => ({ 'Order number': 'A-7', Weight: ' ' })[name]
const filled = (text: string): string => textOf(fillTemplate(text, values, fieldValue))

/** Templates made of real variables, blanks, unknown ones and whatever people type between them. */
const piece = fc.oneof(
  fc.constantFrom(...variableNames).map((name) => `{${name}}`),
  fc.constantFrom(
    '{request:Order number}',
    '{request:}',
    '{?order number}',
    '{foo}',
    '{customer.shoeSize}',
    '{',
    '}',
    '{ }',
    '{{',
    '{?}',
    '{"a": 1}',
    '\n',
  ),
  fc.string(),
)
const template = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const someValues = fc.dictionary(fc.constantFrom(...variableNames), fc.string()) as fc.Arbitrary<VariableValues>

describe('filling in', () => {
  test.each([
    ['Hello {customer.firstName}, {request.number} is done.', 'Hello Elena, REQ-20481 is done.'],
    ['{customer.firstName}{customer.firstName}', 'ElenaElena'],
    ['From {customer.company}', 'From {customer.company}'],
    ['{operator.name}', '{operator.name}'],
    ['Order {?order number}', 'Order {?order number}'],
    ['Size {customer.shoeSize}', 'Size {?customer.shoeSize}'],
    ['Order {request: Order number }', 'Order A-7'],
    ['Of {request:Weight} and {request:Colour}', 'Of {?Weight} and {?Colour}'],
    ['{request:}', '{request:}'],
    ['{ "a": 1 } {} {?}', '{ "a": 1 } {} {?}'],
    ['', ''],
  ])('%s → %s', (text, expected) => {
    expect(filled(text)).toBe(expected)
  })

  test('a value with braces is not filled in again', () => {
    expect(textOf(fillTemplate('{customer.name}', { 'customer.name': '{operator.name}' }))).toBe('{operator.name}')
  })

  test('the parts of a template are the template', () => {
    fc.assert(
      fc.property(template, (text) => {
        expect(
          parseTemplate(text)
            .map(({ raw }) => raw)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  test('nothing outside of the variables ever changes', () => {
    fc.assert(
      fc.property(template, someValues, (text, given) => {
        const parts = parseTemplate(text)
        const result = fillTemplate(text, given)
        expect(result.map((part) => (part.kind === 'text' ? part.text : null))).toEqual(
          parts.map((part) => (part.kind === 'text' ? part.raw : null)),
        )
      }),
    )
  })

  test('what could not be filled in blocks, and nothing else', () => {
    const all = Object.fromEntries(variableNames.map((name) => [name, 'x'])) as VariableValues
    fc.assert(
      fc.property(template, (text) => {
        // A variable within braces that were left open makes a blank of them, see below.
        fc.pre(!parseTemplate(text).some((part) => part.kind === 'text' && /\{[^}]*$/u.test(part.raw)))
        const parts = fillTemplate(text, all)
        const open = parts.filter(({ kind }) => kind === 'unfilled').map((part) => part.text)
        const whole = textOf(parts)
        expect(unfilledIn(whole).map(({ start, end }) => whole.slice(start, end))).toEqual(open)
      }),
    )
  })
})

describe('what blocks sending', () => {
  test('variables and blanks, with their places', () => {
    const text = 'Hi {customer.firstName}, order {? order number }: {typed} { 1 }'
    expect(unfilledIn(text).map(({ start, end, label }) => [text.slice(start, end), label])).toEqual([
      ['{customer.firstName}', 'customer.firstName'],
      ['{? order number }', 'order number'],
    ])
  })

  test('a variable within a blank: its value is a hint of what to write, and the blank blocks', () => {
    const filled = textOf(fillTemplate('To {?{customer.firstName}}', { 'customer.firstName': 'Anna' }))
    expect(unfilledIn(filled).map(({ label }) => label)).toEqual(['Anna'])
  })

  test('braces that people type are just text', () => {
    expect(unfilledIn('if (a) { return } {foo} {}')).toEqual([])
  })
})

test('unknown variables are named once each', () => {
  expect(unknownVariables('{foo} {customer.firstname} {foo} {?any} {operator.name} {имя}')).toEqual([
    'foo',
    'customer.firstname',
    'имя',
  ])
})
