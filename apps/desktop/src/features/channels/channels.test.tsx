import type { Channel, ChannelKind } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { entityEvents } from '../../shared/entities/realtime.ts'
import { fakeServer, NoAnswer, Refusal } from '../../shared/testing/fake-server.ts'
import { WorkSettings } from '../../app/WorkSettings.tsx'
import { renderDesk } from '../../shared/testing/render.tsx'
import { undoToast, useToast } from '../../shared/ui/toast.tsx'
import { ChannelsPage } from './ChannelsPage.tsx'

beforeEach(() => useToast.setState({ toast: null }))
afterEach(() => vi.unstubAllGlobals())

const kind: ChannelKind = {
  kind: 'mailbox',
  medium: 'email',
  abilities: { canSend: true },
  limits: { text: 1_000, fileBytes: 1_000, filesPerMessage: 1, rawBytes: 1_000 },
  fields: [
    { id: 'host', kind: 'host', isRequired: true },
    { id: 'port', kind: 'number', standard: 993, min: 1, max: 65_535 },
    { id: 'password', kind: 'secret', isRequired: true },
    { id: 'token', kind: 'secret' },
    { id: 'way', kind: 'choice', choices: ['push', 'poll', 'both'], standard: 'push' },
    {
      id: 'everySeconds',
      kind: 'number',
      standard: 60,
      min: 5,
      max: 600,
      shownIf: { field: 'way', isOneOf: ['poll', 'both'] },
    },
    { id: 'isLoud', kind: 'yesNo' },
  ],
  takesIn: true,
  takesHooks: true,
}
const aChannel = (over: Partial<Channel> = {}): Channel => ({
  id: 'c1',
  kind: 'mailbox',
  name: 'Help desk',
  isOn: true,
  queue: { id: 'q1', name: 'Orders' },
  type: null,
  location: null,
  settings: { host: 'imap.example', port: 993, way: 'push' },
  secrets: { password: { isSet: true } },
  health: 'ok',
  problem: null,
  problemText: null,
  problemAt: null,
  lastOkAt: Date.now(),
  sides: [],
  hookPath: '/hook/c1',
  failedIntakes: 0,
  version: 3,
  ...over,
})

function show(items: Channel[], over: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    listChannels: () => ({ items, kinds: [kind] }),
    listQueues: () => ({ items: [] }),
    listRequestTypes: () => ({ items: [] }),
    listLocations: () => ({ items: [] }),
    addChannel: () => aChannel(),
    editChannel: () => aChannel(),
    switchChannel: ({ body }) => aChannel({ isOn: (body as { isOn: boolean }).isOn }),
    testChannel: () => aChannel(),
    removeChannel: () => ({ ok: true }),
    ...over,
  })
  const { client } = renderDesk(<ChannelsPage />)
  return { server, client, user: userEvent.setup() }
}
const toast = (text: string) => vi.waitFor(() => expect(useToast.getState().toast?.text).toBe(text))
const openEdit = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(await screen.findByRole('button', { name: 'Edit Help desk' }))
  return within(await screen.findByRole('dialog', { name: 'Edit Help desk' }))
}
const replace = async (user: ReturnType<typeof userEvent.setup>, box: HTMLElement, text: string) => {
  await user.clear(box)
  await user.type(box, text)
}

test('a line says what it is and how it does, in words', async () => {
  show([
    aChannel(),
    aChannel({
      id: 'c2',
      name: 'Sales',
      health: 'refused',
      problem: 'WRONG_CREDENTIALS',
      problemText: '535 5.7.8 bad',
      problemAt: Date.UTC(2026, 3, 6, 9),
      lastOkAt: null,
      failedIntakes: 2,
    }),
    aChannel({ id: 'c3', name: 'Old', isOn: false, health: 'unknown', queue: null }),
  ])
  const well = within(await screen.findByRole('listitem', { name: 'Help desk' }))
  expect(well.getByText('Works')).toBeTruthy()
  expect(well.getByText('To: Orders')).toBeTruthy()
  const ill = within(screen.getByRole('listitem', { name: 'Sales' }))
  expect(ill.getByText('Refused')).toBeTruthy()
  expect(ill.getByText(/Name or password was refused/).textContent).toMatch(/6 Apr 2026/)
  expect(ill.getByText('535 5.7.8 bad')).toBeTruthy()
  expect(ill.getByRole('button', { name: '2 could not be taken' })).toBeTruthy()
  const off = within(screen.getByRole('listitem', { name: 'Old' }))
  expect(off.getByText('Off')).toBeTruthy()
  expect(off.getByText('To: Standard queue')).toBeTruthy()
})

test('without channels, without kinds, and when it does not load', async () => {
  const { server, client } = show([])
  expect(await screen.findByText('Add one, test it, then switch it on.')).toBeTruthy()
  server.answers.listChannels = () => ({ items: [], kinds: [] })
  await client.invalidateQueries()
  expect(await screen.findByText('This version has no channels to add beside the chat.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Add channel' })).toBeNull()
})

test('offline it says that it did not load, and loads when asked again', async () => {
  let isDown = true
  const { user } = show([], {
    listChannels: () => {
      if (isDown) throw new NoAnswer()
      return { items: [aChannel()], kinds: [kind] }
    },
  })
  await screen.findByText('This did not load')
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Help desk')).toBeTruthy()
})

test('a test says that it runs, then how it went', async () => {
  let end: (channel: Channel) => void = () => {}
  const { user } = show([aChannel()], { testChannel: () => new Promise((resolve) => (end = resolve)) })
  await user.click(await screen.findByRole('button', { name: 'Test Help desk' }))
  const button = screen.getByRole('button', { name: 'Test Help desk' })
  expect([button.textContent, button.getAttribute('aria-busy')]).toEqual(['Testing…', 'true'])
  end(aChannel({ health: 'trouble', problem: 'UNREACHABLE' }))
  await toast('Help desk does not work; its line says why')
})

test('of a channel that receives and sends by different ways each says how it does, and a test which one failed', async () => {
  const side = { problem: null, problemText: null, problemAt: null, lastOkAt: Date.now() }
  const ill = {
    health: 'refused' as const,
    problem: 'WRONG_CREDENTIALS' as const,
    problemText: '535 5.7.8 bad',
    problemAt: Date.UTC(2026, 3, 6, 9),
    lastOkAt: null,
  }
  const both = aChannel({
    ...ill,
    sides: [
      { ...side, side: 'receiving', health: 'ok' },
      { ...ill, side: 'sending' },
    ],
  })
  const { user } = show([both], { testChannel: () => both })
  const receiving = within(await screen.findByRole('listitem', { name: 'Receiving' }))
  expect(receiving.getByText('Works')).toBeTruthy()
  const sending = within(screen.getByRole('listitem', { name: 'Sending' }))
  expect(sending.getByText('Refused')).toBeTruthy()
  expect(sending.getByText(/Name or password was refused/).textContent).toMatch(/since .*6 Apr 2026/)
  expect(sending.getByText('535 5.7.8 bad')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Test Help desk' }))
  await toast('Help desk: sending does not work; its line says why')
})

test('a mailbox that was not tried says so once, not for each of its sides too', async () => {
  const untried = { health: 'unknown' as const, problem: null, problemText: null, problemAt: null, lastOkAt: null }
  const sides = [
    { ...untried, side: 'receiving' as const },
    { ...untried, side: 'sending' as const },
  ]
  show([aChannel({ ...untried, sides })])
  expect(await screen.findAllByText('Not tried yet')).toHaveLength(1)
  expect(screen.queryByRole('listitem', { name: 'Receiving' })).toBeNull()
})

test('it is switched by its switch; a refusal is said and leaves it as it was', async () => {
  const { user, server } = show([aChannel()], {
    switchChannel: () => {
      throw new Refusal('NOT_FOUND')
    },
  })
  await user.click(await screen.findByRole('switch', { name: 'Help desk is on' }))
  await toast('It does not exist, or you may not see it.')
  expect(server.callsTo('switchChannel')[0]?.body).toEqual({ isOn: false })
  expect(screen.getByRole('switch', { name: 'Help desk is on' })).toHaveProperty('checked', true)
})

test('the form is drawn from the fields of the kind and sends them', async () => {
  const { user, server } = show([])
  await user.click(await screen.findByRole('button', { name: 'Add channel' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Add channel' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(dialog.getByText('Give it a name')).toBeTruthy()
  expect(dialog.getAllByText('This is needed')).toHaveLength(2)
  expect(server.callsTo('addChannel')).toEqual([])
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Help desk')
  await user.type(dialog.getByRole('textbox', { name: 'Server' }), 'imap.example')
  await replace(user, dialog.getByRole('textbox', { name: 'Port' }), '70000')
  expect(dialog.getByText('A whole number from 1 to 65535')).toBeTruthy()
  await replace(user, dialog.getByRole('textbox', { name: 'Port' }), '143')
  await user.type(dialog.getByLabelText(/^Password/), 'hunter2')
  expect(dialog.queryByRole('textbox', { name: 'everySeconds' })).toBeNull()
  await user.click(dialog.getByRole('combobox', { name: 'way' }))
  await user.click(await screen.findByRole('option', { name: 'both' }))
  await replace(user, dialog.getByRole('textbox', { name: 'everySeconds' }), '30')
  await user.click(dialog.getByRole('combobox', { name: 'way' }))
  await user.click(await screen.findByRole('option', { name: 'poll' }))
  expect(dialog.getByRole('textbox', { name: 'everySeconds' })).toHaveProperty('value', '30')
  await user.click(dialog.getByRole('checkbox', { name: 'isLoud' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await toast('Help desk added. Test it, then switch it on.')
  expect(server.callsTo('addChannel')[0]?.body).toEqual({
    kind: 'mailbox',
    name: 'Help desk',
    queueId: null,
    typeId: null,
    locationId: null,
    settings: { host: 'imap.example', port: 143, way: 'poll', everySeconds: 30, isLoud: true },
    secrets: { password: 'hunter2' },
  })
})

test('a secret that is set is not shown and stays unless it is typed anew or taken away', async () => {
  const { user, server } = show([aChannel({ secrets: { password: { isSet: true }, token: { isSet: true } } })])
  const dialog = await openEdit(user)
  expect(dialog.getAllByText('There is one, and it is not shown. Leave empty to keep it.')).toHaveLength(2)
  // What is needed can only be replaced.
  expect(dialog.queryByRole('button', { name: 'Take away: Password' })).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Take away: Token' }))
  expect(dialog.getByText('It is taken away when you save.')).toBeTruthy()
  await user.type(dialog.getByLabelText(/^Password/), 'new')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await toast('Help desk saved')
  expect(server.callsTo('editChannel')[0]).toMatchObject({
    version: 3,
    body: { secrets: { password: 'new', token: null } },
  })
})

test('only what was changed is sent, and nothing when nothing was', async () => {
  const { user, server } = show([aChannel()])
  const dialog = await openEdit(user)
  expect(dialog.getByText(`${location.origin}/hook/c1`)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(server.callsTo('editChannel')).toEqual([])
  const again = await openEdit(user)
  await replace(user, again.getByRole('textbox', { name: 'Port' }), '143')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await toast('Help desk saved')
  expect(server.callsTo('editChannel')[0]?.body).toEqual({ settings: { port: 143 } })
})

test('who saved first is told with his values; what I typed is kept, and only that (rule 4)', async () => {
  const conflict = { currentVersion: 7, changedBy: 'Boris', changedAt: 1 }
  const current = { settings: { host: 'other.example', port: 995 } }
  let isFirst = true
  const { user, server } = show([aChannel()], {
    editChannel: () => {
      if (!isFirst) return aChannel({ version: 8 })
      isFirst = false
      throw new Refusal('CONFLICT', { ...conflict, current })
    },
  })
  const dialog = await openEdit(user)
  await replace(user, dialog.getByRole('textbox', { name: 'Port' }), '143')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect(await dialog.findByText('Boris saved this meanwhile')).toBeTruthy()
  expect(dialog.getByText('Port: 995')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Keep mine' }))
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  await toast('Help desk saved')
  expect(server.callsTo('editChannel')[1]).toMatchObject({ version: 7, body: { settings: { port: 143 } } })
})

test('a refused save says why and keeps what was typed', async () => {
  const { user } = show([aChannel()], {
    editChannel: () => {
      throw new Refusal('NAME_TAKEN')
    },
  })
  const dialog = await openEdit(user)
  await replace(user, dialog.getByRole('textbox', { name: 'Name' }), 'Sales')
  await user.click(dialog.getByRole('button', { name: 'Save' }))
  expect((await dialog.findByRole('alert')).textContent).toBe('This name or domain is taken already.')
  expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Sales')
})

test('it is removed only after one has said so', async () => {
  const { user, server } = show([aChannel()])
  await user.click(await screen.findByRole('button', { name: 'Remove Help desk' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove Help desk?' }))
  expect(server.callsTo('removeChannel')).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Remove' }))
  await toast('Help desk removed')
  expect(server.callsTo('removeChannel')[0]?.params).toEqual({ channelId: 'c1' })
})

test('what could not be taken is listed, and tried again', async () => {
  const failed = { id: 'i1', externalId: '<1@shop>', receivedAt: 1, state: 'failed' as const, tries: 12, error: 'no' }
  const { user, server } = show([aChannel({ failedIntakes: 1 })], {
    listFailedIntakes: () => ({ items: [failed], nextCursor: null }),
    retryIntake: () => ({ ok: true }),
  })
  await user.click(await screen.findByRole('button', { name: '1 could not be taken' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Help desk: what could not be taken' }))
  expect(await dialog.findByText('12 tries')).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Try <1@shop> again' }))
  await toast('It is being tried again')
  expect(server.callsTo('retryIntake')[0]?.params).toEqual({ intakeId: 'i1' })
})

test('what could not be taken is put aside, and brought back with undo', async () => {
  const failed = { id: 'i1', externalId: '<1@shop>', receivedAt: 1, state: 'failed' as const, tries: 1, error: 'no' }
  let isAside = false
  const { user, server } = show([aChannel({ failedIntakes: 1 })], {
    listFailedIntakes: () => ({ items: isAside ? [] : [failed], nextCursor: null }),
    putIntakeAside: ({ body }) => {
      isAside = (body as { isAside: boolean }).isAside
      return { ok: true }
    },
  })
  await user.click(await screen.findByRole('button', { name: '1 could not be taken' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Help desk: what could not be taken' }))
  await user.click(await dialog.findByRole('button', { name: 'Put <1@shop> aside' }))
  await toast('Put aside')
  expect(await dialog.findByText('Nothing is left here')).toBeTruthy()
  undoToast()
  expect(await dialog.findByRole('button', { name: 'Put <1@shop> aside' })).toBeTruthy()
  expect(server.callsTo('putIntakeAside').map(({ params, body }) => [params, body])).toEqual([
    [{ intakeId: 'i1' }, { isAside: true }],
    [{ intakeId: 'i1' }, { isAside: false }],
  ])
})

test('a change by another administrator, or of health, shows at once', async () => {
  const items = [aChannel()]
  const { client } = show(items)
  await screen.findByText('Works')
  items[0] = aChannel({ health: 'trouble', problem: 'UNREACHABLE' })
  entityEvents['channels.changed'](client)
  expect(await screen.findByText('Trouble')).toBeTruthy()
})

test('whoever has no right is told so, and nothing is fetched', () => {
  const server = fakeServer({})
  renderDesk(<WorkSettings page="channels" />)
  expect(screen.getByText('You do not have the right to change this. Ask your administrator.')).toBeTruthy()
  expect(server.calls).toEqual([])
})
