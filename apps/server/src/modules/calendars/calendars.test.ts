import { everyWeekday, hourMs } from '@care/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bootServer, siteKey, type TestServer } from '../../testing/boot-server.ts'
import { refusal } from '../../testing/workbench.ts'

let server: TestServer
beforeEach(async () => {
  server = await bootServer()
})
afterEach(() => server.stop())

/** The test's clock stands on Monday, 9:00 UTC. */
const hours = (from: number, to: number, name = 'Office') => ({
  name,
  timeZone: 'UTC',
  days: everyWeekday(from, to),
  holidays: [],
})
const config = async () => {
  const visitor = await server.newVisitor()
  const session = await visitor.call('openWidget', { body: { siteKey, token: visitor.token } })
  return session.config
}
async function keep(calendarId: string | null) {
  const admin = await server.signIn('admin')
  const { items } = await admin.call('listQueues')
  const version = items.find(({ id }) => id === 'q')?.version ?? 0
  return admin.call('editQueue', { params: { queueId: 'q' }, version, body: { calendarId } })
}

test('a queue opens and closes by its hours; who has the widget open is told, once, and when it opens next', async () => {
  const admin = await server.signIn('admin')
  const anna = await server.signIn('anna')
  await anna.call('setPresence', { body: { chosen: 'available' } })
  await anna.socket()
  const { id } = await admin.call('addCalendar', { body: hours(8, 17) })
  const start = server.clock.now()
  const closes = start - (start % hourMs) + 8 * hourMs
  expect(await keep(id)).toMatchObject({ calendarId: id, isOpen: true, turnsAt: closes })
  expect(await config()).toMatchObject({ isOnline: true, opensAt: null })

  const told: unknown[] = []
  const visitor = await server.newVisitor()
  const socket = await visitor.socket()
  socket.on('site.changed', (state) => told.push(state))
  server.clock.set(closes - 1)
  await server.sweep()
  await server.settle()
  server.clock.set(closes)
  await Promise.all([server.sweep(), server.sweep()])
  await server.settle()
  await expect.poll(() => told).toEqual([{ isOnline: false, opensAt: closes + 15 * hourMs }])
  expect(await config()).toMatchObject({ isOnline: false, opensAt: closes + 15 * hourMs })
  // Words left now are taken all the same.
  const words = { email: 'jonas@example.com', clientMessageId: 'left-over-night', text: 'Call me' }
  expect(await visitor.call('leaveMessage', { body: words })).toEqual({ ok: true })
  const queues = await admin.call('listQueues')
  expect(queues.items.find((queue) => queue.id === 'q')).toMatchObject({ isOpen: false, turnsAt: closes + 15 * hourMs })
})

test('several intervals a day, holidays and the zone of the hours decide when a queue is open', async () => {
  const admin = await server.signIn('admin')
  const anna = await server.signIn('anna')
  await anna.call('setPresence', { body: { chosen: 'available' } })
  await anna.socket()
  // 9:00 to 12:30 and 13:00 to 17:00 in São Paulo, three hours behind UTC; Tuesday is a holiday, Wednesday a short day.
  const day = [
    { from: 540, to: 750 },
    { from: 780, to: 1020 },
  ]
  const { id } = await admin.call('addCalendar', {
    body: {
      name: 'São Paulo',
      timeZone: 'America/Sao_Paulo',
      days: everyWeekday(0, 1).map((hoursOf) => (hoursOf.length > 0 ? day : [])),
      holidays: [
        { date: '2026-04-07', name: 'Inventory', intervals: [] },
        { date: '2026-04-08', name: 'Short day', intervals: [{ from: 600, to: 660 }] },
      ],
    },
  })
  // 9:00 UTC is early in the morning there.
  const opens = Date.UTC(2026, 3, 6, 12)
  expect(await keep(id)).toMatchObject({ isOpen: false, turnsAt: opens })
  expect(await config()).toMatchObject({ isOnline: false, opensAt: opens })

  const told: unknown[] = []
  const visitor = await server.newVisitor()
  const socket = await visitor.socket()
  socket.on('site.changed', (state) => told.push(state))
  const turns = [
    ['2026-04-06T12:00Z', null],
    ['2026-04-06T15:30Z', '2026-04-06T16:00Z'],
    ['2026-04-06T16:00Z', null],
    // Tuesday is passed over.
    ['2026-04-06T20:00Z', '2026-04-08T13:00Z'],
    ['2026-04-08T13:00Z', null],
    ['2026-04-08T14:00Z', '2026-04-09T12:00Z'],
  ] as const
  for (const [at, next] of turns) {
    const state = { isOnline: next === null, opensAt: next === null ? null : Date.parse(next) }
    server.clock.set(Date.parse(at) - 60_000)
    await server.sweep()
    await server.settle()
    expect(await config(), `just before ${at}`).toMatchObject({ isOnline: !state.isOnline })
    server.clock.set(Date.parse(at))
    await server.sweep()
    await server.settle()
    expect(await config(), `at ${at}`).toMatchObject(state)
    await expect.poll(() => told.at(-1), { message: at }).toEqual(state)
  }
  // Each turn was told once.
  expect(told).toHaveLength(turns.length)
})

test('other hours and none turn a queue at once', async () => {
  const admin = await server.signIn('admin')
  const calendar = await admin.call('addCalendar', { body: hours(8, 17) })
  await keep(calendar.id)
  const params = { calendarId: calendar.id }
  const changed = await admin.call('editCalendar', { params, version: calendar.version, body: hours(12, 17) })
  expect(changed.queues).toEqual([{ id: 'q', name: 'General' }])
  expect(await config()).toMatchObject({ isOnline: false, opensAt: expect.any(Number) })
  expect(await refusal(admin.call('editCalendar', { params, version: calendar.version, body: hours(1, 2) }))).toBe(
    'CONFLICT',
  )
  // Kept, so it is not removed; details say by which queue.
  await expect(admin.call('removeCalendar', { params })).rejects.toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    details: { queues: [{ id: 'q', name: 'General' }] },
  })
  expect(await keep(null)).toMatchObject({ isOpen: true, turnsAt: null })
  expect(await config()).toMatchObject({ opensAt: null })
  await admin.call('removeCalendar', { params })
  expect((await admin.call('listCalendars')).items).toEqual([])
  expect(await refusal(keep(calendar.id))).toBe('INVALID_INPUT')
})

test('hours that cannot be are refused with the place that is wrong; two of one name are refused', async () => {
  const admin = await server.signIn('admin')
  const wrong = { ...hours(9, 17), days: everyWeekday(9, 17).with(3, [{ from: 600, to: 540 }]) }
  await expect(admin.call('addCalendar', { body: wrong })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'days.3' }] },
  })
  expect(await refusal(admin.call('addCalendar', { body: { ...hours(9, 17), timeZone: 'Mars' } }))).toBe(
    'INVALID_INPUT',
  )
  await admin.call('addCalendar', { body: hours(9, 17) })
  expect(await refusal(admin.call('addCalendar', { body: hours(9, 17, ' OFFICE ') }))).toBe('NAME_TAKEN')
})
