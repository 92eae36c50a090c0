import type { RequestFieldView } from '@care/contract'
import { aRequest } from '@care/testkit'
import { expect, test } from 'vitest'
import { words } from '../testing/render.tsx'
import { fieldValueIn } from './reply-values.ts'

const rest = { options: [], required: 'never' as const, requiredStages: [], shownIf: null, isRemoved: false }
const named = (en: string, ru: string) => ({ en, ru, pl: en, bg: ru })
const fields: RequestFieldView[] = [
  { id: 'order', kind: 'text', name: named('Order number', 'Номер заказа'), ...rest },
  { id: 'weight', kind: 'number', name: named('Weight', 'Вес'), ...rest },
  {
    id: 'colour',
    kind: 'choice',
    name: named('Colour', 'Цвет'),
    ...rest,
    options: [{ key: 'r', name: named('Red', 'Красный') }],
  },
  { id: 'gift', kind: 'yesNo', name: named('Gift', 'Подарок'), ...rest },
  { id: 'owner', kind: 'person', name: named('Owner', 'Кто'), ...rest },
]
const request = aRequest({
  fields,
  attributes: { order: 'A-7', weight: 1234.5, colour: 'r', gift: true, owner: 'op-anna' },
})

test.each([
  ['Order number', 'en', 'A-7'],
  ['ORDER NUMBER', 'ru', 'A-7'],
  ['номер заказа', 'en', 'A-7'],
  ['Weight', 'en', '1,234.5'],
  ['Colour', 'ru', 'Красный'],
  ['Gift', 'en', 'Yes'],
  ['Gift', 'ru', undefined],
  ['Owner', 'en', undefined],
  ['Shoe size', 'en', undefined],
] as const)('%s in %s is %s', (name, language, said) => {
  expect(fieldValueIn(words, request, language)(name)).toBe(said)
})

test('nothing is known before the request is', () => {
  expect(fieldValueIn(words, undefined, 'en')('Order number')).toBeUndefined()
})
