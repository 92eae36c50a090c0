import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ActivityDetails } from '@care/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetEdits } from '../../shared/edit/edit-store.ts'
import { fakeServer, Refusal } from '../../shared/testing/fake-server.ts'
import { aListedRequest, aRequest, anActivity } from '@care/testkit'
import { renderDesk } from '../../shared/testing/render.tsx'
import { ToastRegion } from '../../shared/ui/toast.tsx'
import { ActivitySection } from './ActivitySection.tsx'

beforeEach(() => {
  localStorage.clear()
  forgetEdits()
})
afterEach(() => vi.unstubAllGlobals())

function activityServer(start: ActivityDetails = anActivity()) {
  let activity = start
  const set = (over: Partial<ActivityDetails>): ActivityDetails =>
    (activity = { ...activity, ...over, version: activity.version + 1 })
  const server = fakeServer({
    getActivity: () => activity,
    setTags: ({ version, body }) => {
      if (version !== activity.version)
        throw new Refusal('CONFLICT', {
          currentVersion: activity.version,
          changedBy: 'Iva',
          changedAt: 1,
          current: { tags: activity.tags },
        })
      return set(body as { tags: string[] })
    },
    suggestTags: ({ query }) => ({
      items: ['replacement', 'return'].filter((tag) => tag.startsWith(query.search ?? '')),
    }),
    listRequests: () => ({
      items: [
        { ...aListedRequest(), id: 're-1' },
        { ...aListedRequest(), id: 're-2', number: 20230, title: 'Invoice copy' },
      ],
      nextCursor: null,
      isUnfinished: false,
    }),
    moveActivity: ({ body }) => {
      const { requestId } = body as { requestId: string | null }
      return set({
        request: {
          id: requestId ?? 're-new',
          number: requestId === 're-2' ? 20230 : 20500,
          title: '',
          category: 'active',
        },
      })
    },
    returnTask: () => ({ ok: true as const }),
    endActivity: () => set({ state: 'ended' }),
  })
  return { server, set, now: () => activity }
}
const show = () =>
  renderDesk(
    <>
      <ActivitySection activityId="ac-1" onOtherCustomer={() => undefined} />
      <ToastRegion />
    </>,
  )
const tagsShown = (): (string | null)[] =>
  screen.getAllByRole('button', { name: /^Remove tag/ }).map((button) => button.previousSibling?.textContent ?? null)
async function openTagField() {
  const user = userEvent.setup()
  await user.click(await screen.findByRole('button', { name: 'Add tag' }))
  return { user, field: screen.getByRole('combobox', { name: 'Add tag' }) }
}

describe('tags (rule 5)', () => {
  test('Enter and Tab each make one, the field stays', async () => {
    const { now } = activityServer()
    show()
    const { user, field } = await openTagField()
    await user.type(field, 'fragile{Enter}')
    await user.type(field, 'courier')
    await user.tab()
    expect(document.activeElement).toBe(field)
    await waitFor(() => expect(now().tags).toEqual(['damaged', 'fragile', 'courier']))
    expect(tagsShown()).toEqual(['damaged', 'fragile', 'courier'])
  })

  test.each([
    ['DAMAGED', 'This tag is there already'],
    ['Dämaged', 'This tag is there already'],
    ['x'.repeat(51), 'A tag has 50 characters at most'],
  ])('%s is refused and stays in the field', async (tag, problem) => {
    const { server } = activityServer()
    show()
    const { user, field } = await openTagField()
    await user.click(field)
    await user.paste(tag)
    await user.keyboard('{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe(problem)
    expect(field).toHaveProperty('value', tag)
    expect(server.callsTo('setTags')).toEqual([])
  })

  test('a 51st is refused', async () => {
    activityServer(anActivity({ tags: Array.from({ length: 50 }, (_, i) => `tag ${i}`) }))
    show()
    const { user, field } = await openTagField()
    await user.type(field, 'more{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('50 tags at most')
  })

  test('the cross and Backspace in the empty field take one away', async () => {
    const { now } = activityServer(anActivity({ tags: ['a', 'b', 'c'] }))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Remove tag a' }))
    await waitFor(() => expect(now().tags).toEqual(['b', 'c']))
    const { user } = await openTagField()
    await user.keyboard('{Backspace}')
    await waitFor(() => expect(now().tags).toEqual(['b']))
  })

  test('known tags are suggested', async () => {
    const { now } = activityServer()
    show()
    const { user, field } = await openTagField()
    await user.type(field, 're')
    await screen.findByRole('option', { name: 'return' })
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(now().tags).toEqual(['damaged', 'replacement']))
  })

  test('somebody else changed them first: Load takes his, nothing is overwritten', async () => {
    const { set, now } = activityServer()
    show()
    const { user, field } = await openTagField()
    set({ tags: ['damaged', 'from iva'] })
    await user.type(field, 'mine{Enter}')
    expect(await screen.findByText('Iva changed Tags to damaged, from iva')).toBeTruthy()
    expect(now().tags).toEqual(['damaged', 'from iva'])
    await user.click(screen.getByRole('button', { name: 'Load Iva’s value' }))
    await waitFor(() => expect(tagsShown()).toEqual(['damaged', 'from iva']))
  })

  test('markup in a tag is text; read-only tags have no buttons', async () => {
    activityServer(
      anActivity({
        tags: ['<b>x</b>'],
        abilities: {
          reply: false,
          tag: false,
          comment: false,
          take: false,
          giveBack: false,
          transfer: false,
          end: false,
          move: false,
          moveToCustomer: false,
          answerByMail: false,
          wrapUp: false,
        },
      }),
    )
    show()
    expect(await screen.findByText('<b>x</b>')).toBeTruthy()
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Activity details'])
  })
})

describe('skills needed (rule 14)', () => {
  test('stand in one quiet line, whatever is written in them', async () => {
    activityServer(anActivity({ state: 'waiting', operator: null, skills: ['Français', 'עברית', '🚲', '<b>x</b>'] }))
    show()
    const label = await screen.findByText('Skills needed')
    const value = screen.getByText('Français, עברית, 🚲, <b>x</b>')
    expect(label.parentElement?.contains(value)).toBe(true)
    expect(value).toHaveProperty('title', 'Français, עברית, 🚲, <b>x</b>')
  })

  test('are not spoken of when there are none', async () => {
    activityServer()
    show()
    expect(await screen.findByText('Source')).toBeTruthy()
    expect(screen.queryByText('Skills needed')).toBeNull()
  })
})

describe('actions', () => {
  const openMenu = async (name: string) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Activity actions' }))
    await userEvent.click(await screen.findByRole('menuitem', { name }))
  }

  test('only what the abilities allow is offered', async () => {
    activityServer(anActivity({ abilities: { ...anActivity().abilities, move: false, end: false } }))
    show()
    await userEvent.click(await screen.findByRole('button', { name: 'Activity actions' }))
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Return to queue'])
  })

  test('moves to another open request of the customer, and back by undo (rule 3)', async () => {
    const { server } = activityServer()
    server.answers.undoChange = () => aRequest()
    show()
    await openMenu('Move activity')
    const menu = await screen.findByRole('menu', { name: 'Move activity to' })
    await within(menu).findByRole('menuitem', { name: 'REQ-20230 Invoice copy' })
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['REQ-20230 Invoice copy', 'New request', 'Move to another customer'])
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'REQ-20230 Invoice copy' }))
    expect(await screen.findByText('Moved to REQ-20230')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: /^Undo/ }))
    await waitFor(() => expect(server.callsTo('undoChange')).toHaveLength(1))
    expect(server.callsTo('moveActivity').map(({ body }) => body)).toEqual([{ requestId: 're-2' }])
    // The change is undone by the name under which it was made.
    expect(server.callsTo('undoChange')).toMatchObject([
      { params: { requestId: 're-1' }, body: { change: expect.stringMatching(/^\w{32}$/) } },
    ])
  })

  test('the menu opens once the requests are known, with the focus on the first; later ones do not come in above it', async () => {
    const { server } = activityServer()
    const { listRequests } = server.answers
    if (!listRequests) throw new Error('no list')
    let answer = (): void => undefined
    const asked = new Promise<void>((done) => (answer = done))
    server.answers.listRequests = async (call) => {
      await asked
      return listRequests(call)
    }
    const { client } = show()
    await openMenu('Move activity')
    expect(screen.queryByRole('menuitem', { name: 'New request' })).toBeNull()
    expect((await screen.findByRole('menuitem', { name: 'Loading' })).getAttribute('aria-disabled')).toBe('true')
    answer()
    const first = await screen.findByRole('menuitem', { name: 'REQ-20230 Invoice copy' })
    await waitFor(() => expect(document.activeElement).toBe(first))
    const menu = screen.getByRole('menu', { name: 'Move activity to' })
    const choices = (): (string | null)[] =>
      within(menu)
        .getAllByRole('menuitem')
        .map(({ textContent }) => textContent)
    const before = choices()
    const more = { ...aListedRequest(), id: 're-3', number: 20240, title: 'Just begun' }
    server.answers.listRequests = async (call) => {
      const page = await listRequests(call)
      return { ...page, items: [more, ...page.items] }
    }
    await client.refetchQueries({ queryKey: ['customer'] })
    expect(choices()).toEqual(before)
    expect(document.activeElement).toBe(first)
  })

  test('requests that did not load can be fetched again from the menu', async () => {
    const { server } = activityServer()
    const { listRequests } = server.answers
    server.answers.listRequests = () => {
      throw new Refusal('INTERNAL')
    }
    show()
    await openMenu('Move activity')
    const again = await screen.findByRole('menuitem', { name: /Try again$/ })
    expect(screen.getByRole('menuitem', { name: 'New request' })).toBeTruthy()
    if (listRequests) server.answers.listRequests = listRequests
    await userEvent.click(again)
    expect(await screen.findByRole('menuitem', { name: 'REQ-20230 Invoice copy' })).toBeTruthy()
  })

  test('returns to the queue with a reason', async () => {
    const { server } = activityServer()
    show()
    await openMenu('Return to queue')
    await userEvent.type(await screen.findByRole('textbox', { name: /^Reason/ }), 'Needs Billing')
    await userEvent.click(screen.getByRole('button', { name: 'Return to queue' }))
    await waitFor(() => expect(server.callsTo('returnTask')).toMatchObject([{ body: { reason: 'Needs Billing' } }]))
  })

  test('ends the chat', async () => {
    const { server } = activityServer()
    show()
    await openMenu('End chat')
    await waitFor(() => expect(server.callsTo('endActivity')).toHaveLength(1))
    expect(await screen.findByText('Ended')).toBeTruthy()
  })
})
