import type { Macro } from '@care/contract'
import { aCustomer, anActivity, aQuickReply, aRequest } from '@care/testkit'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftKey, useDrafts } from '../../shared/drafts/drafts.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { renderDesk } from '../../shared/testing/render.tsx'
import { undoToast, useToast } from '../../shared/ui/toast.tsx'
import { useComposerFocus } from '../../shared/workspace/open-task.ts'
import { MacroMenu } from './MacroMenu.tsx'
import { MacrosPage } from './MacrosPage.tsx'

beforeEach(() => {
  useDrafts.setState({ drafts: {} })
  useToast.setState({ toast: null })
})
afterEach(() => vi.unstubAllGlobals())

const aMacro = (over: Partial<Macro> = {}): Macro => ({
  id: 'm1',
  ownerId: null,
  name: 'Escalate',
  steps: [{ kind: 'priority', priority: 'urgent' }],
  broken: [],
  uses: 2,
  updatedAt: 1,
  version: 1,
  abilities: { edit: true },
  ...over,
})
const reply = aQuickReply({ id: 'qr', texts: { en: 'Dear {customer.name}' }, attachments: [] })
const [activity, request, customer] = [anActivity(), aRequest(), aCustomer()]

function show(macro: Macro, over: Parameters<typeof fakeServer>[0] = {}) {
  const server = fakeServer({
    listMacros: () => ({ items: [macro] }),
    applyMacro: () => ({ request, quickReplyId: macro.steps.some(({ kind }) => kind === 'reply') ? 'qr' : null }),
    undoChange: () => request,
    getQuickReply: () => reply,
    useQuickReply: () => ({ attachments: [] }),
    getActivity: () => activity,
    getCustomer: () => customer,
    getRequest: () => request,
    ...over,
  })
  renderDesk(<MacroMenu requestId={request.id} activityId={activity.id} />)
  return { server, user: userEvent.setup() }
}
const choose = async (user: ReturnType<typeof userEvent.setup>) => {
  await user.click(screen.getByRole('button', { name: 'Macros' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Escalate' }))
}

test('a macro is applied in one click and undone as one', async () => {
  const { user, server } = show(aMacro())
  await choose(user)
  await vi.waitFor(() => expect(useToast.getState().toast?.text).toBe('Macro “Escalate” applied'))
  undoToast()
  await vi.waitFor(() => expect(server.callsTo('undoChange')).toHaveLength(1))
})

test('its reply is put behind what stands in the draft, filled in, and waits to be sent', async () => {
  useDrafts.setState({ drafts: { [draftKey(activity.id, 'reply')]: 'Hello' } })
  const { user } = show(aMacro({ steps: [{ kind: 'reply', quickReplyId: 'qr' }] }))
  await choose(user)
  const text = () => useDrafts.getState().drafts[draftKey(activity.id, 'reply')]
  await vi.waitFor(() => expect(text()).toBe(`Hello\nDear ${customer.name}`))
})

test('a reply with files is left to the list of the composer, which fetches them', async () => {
  const file = {
    id: 'f1',
    name: 'a.pdf',
    contentType: 'application/pdf',
    size: 3,
    isImage: false,
    width: null,
    height: null,
  }
  const withFile = { ...reply, shortcut: 'label', attachments: [file] }
  const { user } = show(aMacro({ steps: [{ kind: 'reply', quickReplyId: 'qr' }] }), { getQuickReply: () => withFile })
  await choose(user)
  await vi.waitFor(() => expect(useComposerFocus.getState()).toMatchObject({ mode: 'reply', quickReplies: 'label' }))
  expect(useDrafts.getState().drafts).toEqual({})
})

test('a refusal says what to do', async () => {
  const { user } = show(aMacro(), {
    applyMacro: () => {
      throw new Refusal('NOT_ALLOWED_NOW', { problem: 'MACRO_BROKEN', broken: ['assign'] })
    },
  })
  await choose(user)
  await vi.waitFor(() => expect(useToast.getState().toast?.text).toMatch(/Nothing was changed: edit the macro/))
})

test('the settings show what each does, mark what is gone, and make a new one step by step', async () => {
  const made: unknown[] = []
  fakeServer({
    listMacros: () => ({ items: [aMacro({ steps: [{ kind: 'queue', queueId: 'gone' }], broken: ['queue'] })] }),
    addMacro: ({ body }) => {
      made.push(body)
      return aMacro()
    },
    listQueues: () => ({ items: [] }),
    listOperators: () => ({ items: [], nextCursor: null }),
    listRequestTypes: () => ({ items: [] }),
    listQuickReplies: () => ({ items: [], nextCursor: null, groups: [] }),
  })
  renderDesk(<MacrosPage />)
  const user = userEvent.setup()
  expect(await screen.findByText(/No longer there: Queue/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'New macro' }))
  const dialog = await screen.findByRole('dialog', { name: 'New macro' })
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Later')
  await user.click(within(dialog).getByRole('button', { name: /Save/ }))
  expect(within(dialog).getByText('Add at least one step')).toBeTruthy()
  await user.click(within(dialog).getByRole('button', { name: 'Add a step' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Snooze' }))
  await user.click(within(dialog).getByRole('button', { name: /Save/ }))
  await vi.waitFor(() =>
    expect(made).toEqual([
      { name: 'Later', steps: [{ kind: 'snooze', minutes: 1_440, wakesOnAnswer: true }], isShared: false },
    ]),
  )
})
