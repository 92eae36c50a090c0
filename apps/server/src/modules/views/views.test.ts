import { eq } from '../../db/drizzle.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import type { Desk } from '../../testing/people.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
let vera: Desk
let anna: Desk
beforeEach(async () => {
  server = await bootServer({ hasRateLimits: false })
  vera = await server.signIn('vera')
  anna = await server.signIn('anna')
})
afterEach(() => server.stop())

const shape = (name: string, isShared: boolean) => ({
  name,
  filter: { priority: ['urgent' as const] },
  sort: { by: 'updated' as const, isDescending: true },
  columns: null,
  isShared,
})
const namesOf = async (who: Desk) => (await who.call('listViews')).items.map(({ name }) => name)

test('own ones are one’s own, shared ones everybody’s; sharing needs the right, and is heard at once', async () => {
  const socket = await anna.socket()
  let news = 0
  socket.on('views.changed', () => void (news += 1))
  await vera.call('addView', { body: shape('Mine', false) })
  await server.settle()
  expect(news).toBe(0)
  const shared = await vera.call('addView', { body: shape('Ours', true) })
  await server.settle()
  await vi.waitFor(() => expect(news).toBe(1))
  expect(await namesOf(anna)).toEqual(['Ours'])
  expect(await namesOf(vera)).toEqual(['Mine', 'Ours'])
  expect(await refusal(anna.call('addView', { body: shape('No', true) }))).toBe('FORBIDDEN')
  const own = await anna.call('addView', { body: shape('Hers', false) })
  const params = { viewId: own.id }
  expect(await refusal(anna.call('editView', { params, version: 1, body: { isShared: true } }))).toBe('FORBIDDEN')
  // Another's own one does not exist; a shared one is not everybody's to change.
  expect(await refusal(vera.call('deleteView', { params }))).toBe('NOT_FOUND')
  expect(await refusal(anna.call('deleteView', { params: { viewId: shared.id } }))).toBe('FORBIDDEN')
})

test('who is slower is told what changed; deleted it comes back, with its place and as the first', async () => {
  const view = await vera.call('addView', { body: shape('Hot', true) })
  const other = await vera.call('addView', { body: shape('Cold', false) })
  const params = { viewId: view.id }
  await vera.call('editView', { params, version: view.version, body: { name: 'Hotter' } })
  expect(await refusal(vera.call('editView', { params, version: view.version, body: { name: 'No' } }))).toBe('CONFLICT')
  await vera.call('arrangeViews', { body: { order: [other.id, view.id], defaultViewId: view.id } })
  await vera.call('deleteView', { params })
  expect(await vera.call('listViews')).toMatchObject({ items: [{ name: 'Cold' }], defaultViewId: null })
  await vera.call('restoreView', { params })
  expect(await vera.call('listViews')).toMatchObject({
    items: [{ name: 'Cold' }, { name: 'Hotter' }],
    defaultViewId: view.id,
  })
  await vera.call('deleteView', { params })
  server.clock.advance(25 * 3_600_000)
  await server.sweep()
  expect(await refusal(vera.call('restoreView', { params }))).toBe('NOT_FOUND')
})

test('a view of who has left stays, says so and can be taken over; a field of before is named and harms nothing', async () => {
  const view = await vera.call('addView', { body: shape('Ours', true) })
  const { operators, savedViews } = server.services.store.t
  await server.services.store.transact(async (tx) => {
    await tx.update(operators).set({ isActive: false }).where(eq(operators.id, 'vera'))
    const filter = { priority: ['urgent'], region: ['north'], state: 'half' } as never
    await tx.update(savedViews).set({ filter }).where(eq(savedViews.id, view.id))
  })
  const [seen] = (await anna.call('listViews')).items
  expect(seen).toMatchObject({
    filter: { priority: ['urgent'] },
    goneFields: ['region', 'state'],
    maker: { name: 'Vera', isActive: false },
    abilities: { edit: false, takeOver: false },
  })
  const dora = await server.signIn('dora')
  expect((await dora.call('takeOverView', { params: { viewId: view.id } })).maker).toMatchObject({ name: 'Dora' })
})
