import type { ImportReport, Me, QuickReply } from '@care/contract'
import { permissionsOf } from '@care/domain'
import { aQuickReply } from '@care/testkit'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useConnection } from '../../shared/realtime/connection.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { anna, renderDesk, testClient } from '../../shared/testing/render.tsx'
import { undoToast, useToast } from '../../shared/ui/toast.tsx'
import { useReplyDrafts } from './editor-store.ts'
import { QuickRepliesScreen } from './QuickRepliesScreen.tsx'

const vera: Me = { ...anna, id: 'op-vera', role: 'supervisor', permissions: [...permissionsOf('supervisor')] }
const replies = [
  aQuickReply({ shortcut: 'hello', title: 'Greeting', group: 'Talk', version: 3 }),
  aQuickReply({
    shortcut: 'refund',
    title: 'Refund steps',
    texts: { en: 'Steps', ru: 'Шаги' },
    abilities: { edit: false },
  }),
]
const page = (items: QuickReply[]) => ({ items, nextCursor: null, groups: ['Talk'] })
let server: ReturnType<typeof fakeServer>

const show = (me = vera): void => void renderDesk(<QuickRepliesScreen onClose={() => undefined} />, testClient(me))
const row = (name: RegExp) => screen.findByRole('button', { name })
const editor = (name = 'Edit quick reply') => within(screen.getByRole('region', { name }))
beforeEach(() => {
  sessionStorage.clear()
  useReplyDrafts.setState({ drafts: {} })
  useToast.setState({ toast: null })
  server = fakeServer({ listQuickReplies: () => page(replies) })
})
afterEach(() => {
  useConnection.setState({ state: 'connecting', tries: 0 })
  vi.unstubAllGlobals()
})

test('lists what one may use and asks for what is searched and filtered', async () => {
  show()
  expect(await row(/\/hello Greeting Talk EN 0 Shared/i)).toBeTruthy()
  await userEvent.type(screen.getByRole('searchbox'), 'hel')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Whose' }), 'My own')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Group' }), 'Talk')
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Languages' }), 'Polish')
  await waitFor(() =>
    expect(server.callsTo('listQuickReplies').at(-1)?.query).toEqual({
      search: 'hel',
      scope: 'own',
      group: 'Talk',
      language: 'pl',
    }),
  )
})

test('saves what was changed with the version that was seen', async () => {
  server.answers.editQuickReply = () => ({ ...aQuickReply(), title: 'Hi', version: 4 })
  show()
  await userEvent.click(await row(/\/hello/))
  const title = editor().getByRole('textbox', { name: 'Title' })
  await userEvent.clear(title)
  await userEvent.type(title, 'Hi')
  expect(await row(/\/hello.*Not saved/)).toBeTruthy()
  await userEvent.click(editor().getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.callsTo('editQuickReply')).toHaveLength(1))
  expect(server.callsTo('editQuickReply')[0]).toMatchObject({ version: 3, body: { title: 'Hi', shortcut: 'hello' } })
  await waitFor(() => expect(useReplyDrafts.getState().drafts).toEqual({}))
})

test('an unknown variable is named, and nothing is sent until it is gone', async () => {
  server.answers.addQuickReply = () => aQuickReply({ shortcut: 'new' })
  show()
  await userEvent.click(await row(/Add quick reply/))
  const fields = editor('Add quick reply')
  await userEvent.type(fields.getByRole('textbox', { name: 'Shortcut' }), 'two words')
  await userEvent.type(fields.getByRole('textbox', { name: 'Text, English' }), 'Hi {{nobody}')
  expect(fields.getByText('There is no variable {nobody}. Choose one from the menu.')).toBeTruthy()
  await userEvent.click(fields.getByRole('button', { name: 'Save' }))
  expect(fields.getByText('Give it a title')).toBeTruthy()
  expect(server.callsTo('addQuickReply')).toHaveLength(0)
  await userEvent.clear(fields.getByRole('textbox', { name: 'Shortcut' }))
  await userEvent.type(fields.getByRole('textbox', { name: 'Shortcut' }), '/new')
  await userEvent.type(fields.getByRole('textbox', { name: 'Title' }), 'New')
  await userEvent.clear(fields.getByRole('textbox', { name: 'Text, English' }))
  await userEvent.click(fields.getByRole('button', { name: 'Insert variable' }))
  await userEvent.click(screen.getByRole('menuitem', { name: /Customer’s first name/ }))
  await userEvent.selectOptions(fields.getByRole('combobox', { name: 'Whose' }), 'Shared')
  await userEvent.click(fields.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(server.callsTo('addQuickReply')).toHaveLength(1))
  expect(server.callsTo('addQuickReply')[0]?.body).toMatchObject({
    isShared: true,
    texts: { en: '{customer.firstName}' },
  })
})

test('a taken shortcut is said at its field; an overtaken edit offers both values', async () => {
  server.answers.editQuickReply = () => {
    throw new Refusal('SHORTCUT_TAKEN')
  }
  show()
  await userEvent.click(await row(/\/hello/))
  await userEvent.type(editor().getByRole('textbox', { name: 'Shortcut' }), '2')
  await userEvent.click(editor().getByRole('button', { name: 'Save' }))
  expect(await editor().findByText(/Another quick reply has this shortcut/)).toBeTruthy()
  server.answers.editQuickReply = () => {
    throw new Refusal('CONFLICT', { currentVersion: 9, changedBy: 'Boris', changedAt: 0, current: {} })
  }
  await userEvent.click(editor().getByRole('button', { name: 'Save' }))
  server.answers.editQuickReply = () => aQuickReply({ shortcut: 'hello2', version: 10 })
  await userEvent.click(await screen.findByRole('button', { name: 'Keep mine' }))
  await waitFor(() =>
    expect(server.callsTo('editQuickReply').at(-1)).toMatchObject({ version: 9, body: { shortcut: 'hello2' } }),
  )
})

test('what is typed survives opening another one; discarding gives back what was', async () => {
  show()
  await userEvent.click(await row(/\/hello/))
  await userEvent.type(editor().getByRole('textbox', { name: 'Title' }), '!')
  await userEvent.click(await row(/\/refund/))
  await userEvent.click(await row(/\/hello/))
  expect(editor().getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Greeting!')
  await userEvent.click(editor().getByRole('button', { name: 'Discard changes' }))
  expect(editor().getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Greeting')
})

test('deleting is done at once and can be undone', async () => {
  server.answers.deleteQuickReply = () => ({ ok: true })
  server.answers.restoreQuickReply = () => aQuickReply()
  show()
  await userEvent.click(await row(/\/hello/))
  await userEvent.click(editor().getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(useToast.getState().toast?.text).toBe('/hello deleted'))
  undoToast()
  await waitFor(() =>
    expect(server.callsTo('restoreQuickReply').map(({ params }) => params)).toEqual([{ quickReplyId: 'qr-hello' }]),
  )
})

test('one without the right reads the shared ones and makes his own', async () => {
  show(anna)
  await userEvent.click(await row(/\/refund/))
  expect(editor().getByText(/Only who sets up the shared ones/)).toBeTruthy()
  expect(editor().getByRole<HTMLInputElement>('textbox', { name: 'Title' }).closest('fieldset')?.disabled).toBe(true)
  expect(editor().queryByRole('button', { name: 'Save' })).toBeNull()
  await userEvent.click(await row(/Add quick reply/))
  expect(editor('Add quick reply').queryByRole('combobox', { name: 'Whose' })).toBeNull()
})

test('an import shows every line before anything changes', async () => {
  const report: ImportReport = {
    added: 1,
    changed: 0,
    same: 0,
    refused: 1,
    lines: [
      { line: 2, shortcut: 'good', title: 'Good', result: 'add', problems: [] },
      {
        line: 3,
        shortcut: 'bad',
        title: 'Bad',
        result: 'refuse',
        problems: [{ code: 'unknownVariable', detail: '{foo}' }],
      },
    ],
  }
  server.answers.previewQuickReplies = () => report
  server.answers.importQuickReplies = () => report
  show()
  await userEvent.click(await row(/^Import$/))
  const dialog = within(await screen.findByRole('dialog', { name: 'Import' }))
  const input = document.querySelector<HTMLInputElement>('[role=dialog] input[type=file]')
  await userEvent.upload(input as HTMLInputElement, new File(['x'], 'replies.json'))
  expect(await dialog.findByText(/there is no variable \{foo\}/)).toBeTruthy()
  expect(server.callsTo('previewQuickReplies')[0]?.query).toEqual({ scope: 'shared', format: 'json' })
  expect(server.callsTo('importQuickReplies')).toHaveLength(0)
  await userEvent.click(dialog.getByRole('button', { name: 'Import 1 line' }))
  await waitFor(() => expect(useToast.getState().toast?.text).toBe('1 line imported'))
})

test('empty, nothing found, not loaded and offline say what they are', async () => {
  server.answers.listQuickReplies = () => {
    throw new Refusal('FORBIDDEN')
  }
  show()
  expect(await screen.findByText('Quick replies did not load')).toBeTruthy()
  expect(screen.getByText(/You do not have the right/)).toBeTruthy()
  server.answers.listQuickReplies = () => page([])
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No quick replies yet')).toBeTruthy()
  await userEvent.type(screen.getByRole('searchbox'), 'x')
  expect(await screen.findByText('Nothing found')).toBeTruthy()
  act(() => useConnection.setState({ state: 'reconnecting', tries: 1 }))
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import' }).disabled).toBe(true))
})
