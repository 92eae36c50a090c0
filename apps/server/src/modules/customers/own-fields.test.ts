import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OperatorActor } from '../../kernel/actor.ts'
import { openTempStore, type TempStore } from '../../testing/temp-store.ts'
import { addCustomerField } from './commands/add-customer-field.ts'
import { addCustomer } from './commands/add-customer.ts'
import { editCompany } from './commands/edit-company.ts'
import { editCustomerField } from './commands/edit-customer-field.ts'
import { editCustomer } from './commands/edit-customer.ts'
import { suggestGroups } from './groups.ts'
import { getCompany, listCompanies } from './queries/companies.ts'
import { listCustomerFields } from './queries/customer-fields.ts'
import { getCustomer } from './queries/customer.ts'
import { listCustomers } from './queries/customer-list.ts'
import { addOperator, startCustomers } from './testing.ts'

let temp: TempStore
let anna: OperatorActor
let boss: OperatorActor
let desk: ReturnType<typeof startCustomers>
beforeAll(async () => {
  temp = await openTempStore()
  desk = startCustomers(temp.store)
  anna = await addOperator(temp.store, 'anna', 'Anna Kowalska', 'operator')
  boss = await addOperator(temp.store, 'boss', 'Boss', 'admin')
})
afterAll(() => temp.remove())

const see = (customerId: string) => getCustomer(temp.store.read, anna, customerId)
const save = (customerId: string, version: number, patch: object) =>
  desk.execute(editCustomer, anna, { customerId, version, patch })

test('groups are kept once however written, suggested, and find their customers', async () => {
  const { customerId } = await desk.execute(addCustomer, anna, { name: 'Grouped', groups: ['Kluby', 'КЛУБ', 'kluby'] })
  expect((await see(customerId)).groups).toEqual(['kluby', 'КЛУБ'])
  expect(await suggestGroups(temp.store.read, 'KLU')).toEqual(['kluby'])
  const { items } = await listCustomers(temp.store.read, anna, { search: '', limit: 50, group: 'Клуб' })
  expect(items.map(({ id, groups }) => [id, groups])).toEqual([[customerId, ['kluby', 'КЛУБ']]])
  await save(customerId, 1, { groups: [] })
  expect(await see(customerId)).toMatchObject({ groups: [], version: 2 })
  await expect(save(customerId, 1, { groups: ['x'] })).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { current: { groups: [] } },
  })
})

test('an own field is defined, filled, renamed with its options, removed and brought back with its values', async () => {
  const options = [{ name: 'Gold' }, { name: 'Silver' }]
  const { fieldId } = await desk.execute(addCustomerField, boss, { name: 'Level', kind: 'choice', options })
  const field = async () => (await listCustomerFields(temp.store.read)).find(({ id }) => id === fieldId)
  const gold = (await field())?.options[0]?.key ?? ''
  const { customerId } = await desk.execute(addCustomer, anna, { name: 'Level', attributes: { [fieldId]: gold } })
  expect((await see(customerId)).attributes).toEqual({ [fieldId]: gold })

  await desk.execute(editCustomerField, boss, {
    fieldId,
    version: 1,
    patch: { name: 'Tier', options: [{ key: gold, name: 'Or' }], isRemoved: true },
  })
  expect(await field()).toMatchObject({
    name: 'Tier',
    options: [{ key: gold, name: 'Or' }],
    isRemoved: true,
    version: 2,
  })
  await expect(save(customerId, 1, { attributes: { [fieldId]: gold } })).resolves.toBeTruthy()
  await expect(save(customerId, 1, { attributes: { [fieldId]: null } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  })
  await desk.execute(editCustomerField, boss, { fieldId, version: 2, patch: { isRemoved: false } })
  expect((await see(customerId)).attributes).toEqual({ [fieldId]: gold })
  await save(customerId, 1, { attributes: { [fieldId]: null } })
  expect((await see(customerId)).attributes).toEqual({})
  await expect(
    desk.execute(editCustomerField, boss, { fieldId, version: 1, patch: { name: 'Late' } }),
  ).rejects.toMatchObject({ code: 'CONFLICT', details: { currentVersion: 3 } })
})

test.each([
  ['number', 'five'],
  ['date', '2026-02-30'],
  ['yesNo', 'yes'],
  ['choice', 'none of them'],
  ['text', 'x'.repeat(1_001)],
] as const)('a %s that is none is refused and nothing is changed', async (kind, value) => {
  const { fieldId } = await desk.execute(addCustomerField, boss, { name: kind, kind, options: [{ name: 'A' }] })
  const { customerId } = await desk.execute(addCustomer, anna, { name: 'Strict' })
  await expect(save(customerId, 1, { name: 'Changed', attributes: { [fieldId]: value } })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: `attributes.${fieldId}` }] },
  })
  expect(await see(customerId)).toMatchObject({ name: 'Strict', attributes: {}, version: 1 })
})

test('only who may set up fields does', async () => {
  await expect(desk.execute(addCustomerField, anna, { name: 'Mine', kind: 'text', options: [] })).rejects.toMatchObject(
    { code: 'FORBIDDEN' },
  )
})

test('two attributes changed by two people do not overwrite each other', async () => {
  const add = async (name: string) =>
    (await desk.execute(addCustomerField, boss, { name, kind: 'text', options: [] })).fieldId
  const [one, two] = [await add('One'), await add('Two')]
  const { customerId } = await desk.execute(addCustomer, anna, { name: 'Both' })
  await save(customerId, 1, { attributes: { [one]: 'a' } })
  await expect(save(customerId, 1, { attributes: { [two]: 'b' } })).rejects.toMatchObject({ code: 'CONFLICT' })
  await save(customerId, 2, { attributes: { [two]: 'b' } })
  expect((await see(customerId)).attributes).toEqual({ [one]: 'a', [two]: 'b' })
})

test('a company has people and domains, no two have the same name or domain', async () => {
  const person = (name: string, companyName: string) => desk.execute(addCustomer, anna, { name, companyName })
  const { customerId } = await person('Ewa', 'Kawa Zgoda')
  await person('Jan', 'Kawa Zgoda')
  await person('Ola', 'Herbata')
  const company = (await see(customerId)).company
  const companyId = company?.id ?? ''
  const edit = (version: number, patch: object) => desk.execute(editCompany, anna, { companyId, version, patch })
  await edit(1, { domains: ['@Kawa.PL', 'https://www.kawa.pl/x', 'sklep.kawa.pl'] })
  expect(await getCompany(temp.store.read, anna, companyId)).toMatchObject({
    domains: ['kawa.pl', 'sklep.kawa.pl'],
    people: 2,
    version: 2,
  })
  await expect(edit(2, { domains: ['gmail.com'] })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(edit(2, { name: 'HERBATA' })).rejects.toMatchObject({ code: 'NAME_TAKEN' })
  await expect(edit(1, { name: 'Late' })).rejects.toMatchObject({ code: 'CONFLICT' })
  await edit(2, { name: 'Kawiarnia Pokój' })
  const find = async (search: string) =>
    (await listCustomers(temp.store.read, anna, { search, limit: 50, companyId })).items.map(({ name }) => name)
  expect(await find('pokoj')).toEqual(['Jan', 'Ewa'])
  expect(await find('zgoda')).toEqual([])

  const other = (await listCompanies(temp.store.read, anna, { search: 'her', limit: 50 })).items[0]
  expect(other).toMatchObject({ name: 'Herbata', people: 1, domains: [] })
  await expect(
    desk.execute(editCompany, anna, { companyId: other?.id ?? '', version: 1, patch: { domains: ['kawa.pl'] } }),
  ).rejects.toMatchObject({ code: 'NAME_TAKEN', details: { companyId } })
})

test('companies come page by page in order of name', async () => {
  for (const name of ['Zebra', 'Ąbc', 'Mysz']) await desk.execute(addCustomer, anna, { name, companyName: name })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listCompanies(temp.store.read, anna, { search: '', limit: 1, cursor })
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(seen.filter((name) => ['Zebra', 'Ąbc', 'Mysz'].includes(name))).toEqual(['Ąbc', 'Mysz', 'Zebra'])
})
