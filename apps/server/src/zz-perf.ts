import { openTempStore } from '/work/main/apps/server/src/testing/temp-store.ts'
import { listCustomers } from '/work/main/apps/server/src/modules/customers/queries/customer-list.ts'
import { wordsOf } from '/work/main/apps/server/src/modules/customers/words.ts'
import { insertMany } from '/work/main/apps/server/src/db/bulk.ts'
import { permissionsOf } from '@care/domain'
const t = await openTempStore()
const N = 100000,
  cust: any[] = [],
  words: any[] = []
const fam = ['Kowalska', 'Nowak', 'Smith', 'Brown', 'Petrov', 'Ivanova', 'Mazur', 'Reid'],
  first = ['Anna', 'Boris', 'Emily', 'Jan', 'Zofia', 'Liam', 'Ruth', 'Igor', 'Vera']
for (let i = 0; i < N; i++) {
  const id = 'c' + String(i).padStart(8, '0')
  const name = `${first[i % 9]} ${fam[(i * 7) % 8]}${i % 5000}`
  const email = `u${i}@example.com`
  const phone = '+48 5' + String(10000000 + i)
  cust.push({
    id,
    kind: 'customer',
    name,
    firstName: '',
    familyName: '',
    email,
    emailFolded: email,
    phone,
    phoneDigits: phone,
    companyId: null,
    language: null,
    timeZone: null,
    isVip: false,
    createdAt: i,
    updatedAt: i,
    version: 1,
  })
  for (const word of wordsOf({ name, email, phone, companyName: '' })) words.push({ word, customerId: id })
}
await t.store.transact(async (tx) => {
  await insertMany(tx, tx.t.customers, cust)
  await insertMany(tx, tx.t.customerWords, words)
})
const v = { permissions: permissionsOf('admin') } as any
for (const s of [
  '',
  'anna',
  'an ko',
  'kowalska12',
  'boris igor',
  'u5555@example.com',
  '48 510 099 999',
  'com',
  'a e',
  'anna ruth',
  'zzz',
]) {
  let best = 1e9,
    n = 0
  for (let k = 0; k < 3; k++) {
    const a = performance.now()
    n = (await listCustomers(t.store.read, v, { search: s, limit: 50 })).items.length
    best = Math.min(best, performance.now() - a)
  }
  console.log(JSON.stringify(s), n, best.toFixed(1) + ' ms')
}
await t.remove()
