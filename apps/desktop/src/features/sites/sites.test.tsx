import type { Queue, Site, SiteKey } from '@care/contract'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { WorkSettings } from '../../app/WorkSettings.tsx'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { SitesPage } from './SitesPage.tsx'

const aSite = (over: Partial<Site> = {}): Site => ({
  id: 's1',
  key: 'shop',
  name: 'Shop',
  allowedOrigins: ['https://shop.example'],
  queueId: 'q1',
  locationId: null,
  language: 'en',
  hasPreChat: true,
  offersCalls: false,
  historyNeedsIdentity: false,
  colour: '#205a43',
  skills: [],
  version: 3,
  ...over,
})
const aKey = (id: string, over: Partial<SiteKey> = {}): SiteKey => ({
  id,
  createdAt: 1,
  createdBy: 'Vera',
  revokedAt: null,
  ...over,
})

const aQueue: Queue = {
  id: 'q1',
  name: 'Orders',
  strategy: 'longestIdle',
  offerSeconds: 30,
  skills: [],
  relaxSkillsSeconds: null,
  callbackPlaces: 3,
  recordsCalls: false,
  recordingDays: 90,
  recordingListeners: 'supervisors',
  calendarId: null,
  isOpen: true,
  turnsAt: null,
  serviceLevelSeconds: 30,
  serviceLevelPercent: 80,
  maxWaitSeconds: 120,
  wrapUpSeconds: null,
  overflowSeconds: null,
  overflowQueueId: null,
  overflowOffer: null,
  isActive: true,
  memberIds: [],
  waiting: 0,
  isMine: false,
  version: 1,
}

function show(keys: SiteKey[] = [], over: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    listSites: () => ({ items: [aSite()] }),
    listQueues: () => ({ items: [{ ...aQueue, id: 'q1', name: 'Orders' }] }),
    listSiteKeys: () => ({ items: keys }),
    addSite: () => aSite(),
    editSite: () => aSite(),
    addSiteKey: () => ({ key: aKey('k9'), secret: 'the-secret-of-k9' }),
    revokeSiteKey: () => ({ ok: true }),
    ...over,
  })
  renderDesk(<SitesPage />)
  return server
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

test('a site tells its queue and pages, and its pages are changed as origins', async () => {
  const server = show()
  expect(await screen.findByText('Orders · https://shop.example')).toBeTruthy()
  await press('Edit Shop')
  const pages = screen.getByRole('textbox', { name: 'Allowed pages' })
  await userEvent.clear(pages)
  await userEvent.type(pages, 'shop.example')
  await userEvent.click(screen.getByRole('checkbox', { name: /past talks only/ }))
  await press('Save')
  expect(screen.getByText(/Write each address with https/)).toBeTruthy()
  expect(server.callsTo('editSite')).toEqual([])
  await userEvent.clear(pages)
  await userEvent.type(pages, 'https://shop.example/basket')
  await press('Save')
  await waitFor(() =>
    expect(server.callsTo('editSite')).toMatchObject([{ version: 3, body: { historyNeedsIdentity: true } }]),
  )
})

test('looks, language and skills are changed; a colour that white text cannot be read on is said', async () => {
  const server = show()
  await press('Edit Shop')
  const colour = screen.getByRole('textbox', { name: 'Colour' })
  const type = async (text: string) => {
    await userEvent.clear(colour)
    await userEvent.type(colour, text)
  }
  await type('#ffcc00')
  expect(screen.getByText(/the widget darkens it to #[0-9a-f]{6}/)).toBeTruthy()
  await type('yellow')
  await press('Save')
  expect(screen.getByText(/Write it as # and six digits/)).toBeTruthy()
  expect(server.callsTo('editSite')).toEqual([])
  await type('#1f5a45')
  expect(screen.getByText(/Of the button and the heads/)).toBeTruthy()
  await userEvent.click(screen.getByRole('combobox', { name: 'Language' }))
  await userEvent.click(await screen.findByRole('option', { name: 'Polski' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Skills needed' }), 'Polish, returns')
  await press('Save')
  await waitFor(() =>
    expect(server.callsTo('editSite').map(({ body }) => body)).toEqual([
      { colour: '#1f5a45', language: 'pl', skills: ['Polish', 'returns'] },
    ]),
  )
})

test('what somebody else saved is told with names, and loaded', async () => {
  const server = show([], {
    listLocations: () => ({ items: [{ id: 'l1', name: 'Sofia', isActive: true, version: 1 }] }),
    editSite: () => {
      if (server.callsTo('editSite').length > 1) return aSite()
      const current = { colour: '#aa0000', locationId: 'l1', language: 'ru', hasPreChat: false }
      throw new Refusal('CONFLICT', { currentVersion: 7, changedBy: 'Vera', current })
    },
  })
  await press('Edit Shop')
  await userEvent.click(screen.getByRole('checkbox', { name: /Offer calls/ }))
  await press('Save')
  expect(
    await screen.findByText('Colour: #aa0000 · Location: Sofia · Language: Русский · Ask for name and email first: No'),
  ).toBeTruthy()
  await press('Load these')
  expect(screen.getByRole('textbox', { name: 'Colour' })).toHaveProperty('value', '#aa0000')
  await press('Save')
  await waitFor(() => expect(server.callsTo('editSite')[1]).toMatchObject({ version: 7, body: { offersCalls: true } }))
})

test('a key is made and its secret shown once; two in force are enough', async () => {
  const keys = [aKey('k1')]
  show(keys, {
    addSiteKey: () => {
      keys.unshift(aKey('k9'))
      return { key: aKey('k9'), secret: 'the-secret-of-k9' }
    },
  })
  await press('Identity keys of Shop')
  await press('Make a key')
  expect(await screen.findByDisplayValue('the-secret-of-k9')).toBeTruthy()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Make a key' })).toHaveProperty('disabled', true))
  await press('Close')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await press('Identity keys of Shop')
  await screen.findByText('k9')
  expect(screen.queryByDisplayValue('the-secret-of-k9')).toBeNull()
})

test('a key is revoked with the second press, and a refusal is said', async () => {
  const server = show([aKey('k1'), aKey('k0', { revokedAt: 2 })])
  await press('Identity keys of Shop')
  const list = await screen.findByRole('list', { name: 'Identity keys' })
  expect(within(list).getAllByRole('button')).toHaveLength(1)
  await press('Revoke')
  expect(server.callsTo('revokeSiteKey')).toEqual([])
  await press('Revoke for good?')
  await waitFor(() =>
    expect(server.callsTo('revokeSiteKey')).toMatchObject([{ params: { siteId: 's1', keyId: 'k1' } }]),
  )
})

test('a refused key says why', async () => {
  show([], {
    addSiteKey: () => {
      throw new Refusal('NOT_ALLOWED_NOW')
    },
  })
  await press('Identity keys of Shop')
  await press('Make a key')
  expect(await screen.findByRole('alert')).toBeTruthy()
})

test('who may not is told so', async () => {
  fakeServer({})
  renderDesk(<WorkSettings page="sites" />)
  expect(await screen.findByText(/do not have the right/)).toBeTruthy()
})
