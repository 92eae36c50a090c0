import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const server = 'http://desk.example'
const button = (): HTMLButtonElement | null => document.querySelector('button[data-care-widget]')
const frame = (): HTMLIFrameElement | null => document.querySelector('iframe[data-care-widget]')

async function load(data: Record<string, string> = { site: 'demo' }): Promise<void> {
  const script = document.createElement('script')
  Object.assign(script.dataset, data)
  Object.defineProperty(script, 'src', { value: `${server}/widget.js` })
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script)
  vi.resetModules()
  await import('./loader.ts')
}
/** A message as the frame, or somebody who pretends to be it, would post it. */
function speak(data: unknown, origin = server, source: unknown = frame()?.contentWindow): void {
  const event = new MessageEvent('message', { data, origin })
  Object.defineProperty(event, 'source', { value: source })
  dispatchEvent(event)
}

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = '<main>Shop</main>'
})
afterEach(() => vi.restoreAllMocks())

it('adds one floating button and fetches nothing until it is pressed', async () => {
  await load()
  expect(document.body.children).toHaveLength(2)
  expect(button()?.style.position).toBe('fixed')
  expect(button()?.getAttribute('aria-label')).toBe('Open chat')
  button()?.click()
  const src = new URL(frame()?.src ?? '')
  expect(src.origin + src.pathname).toBe(`${server}/widget/frame`)
  expect(Object.fromEntries(src.searchParams)).toEqual({ site: 'demo', language: '', host: location.origin })
  expect(frame()?.style.position).toBe('fixed')
  expect(button()?.getAttribute('aria-expanded')).toBe('true')
})

it('speaks the language of the script tag', async () => {
  await load({ site: 'demo', language: 'pl' })
  expect(button()?.getAttribute('aria-label')).toBe('Otwórz czat')
})

it('shows unread messages and minimises for its own frame only', async () => {
  await load()
  button()?.click()
  speak({ care: 'minimise' }, 'http://evil.example')
  speak({ care: 'minimise' }, server, window)
  speak('minimise')
  expect(frame()?.style.visibility).toBe('visible')
  speak({ care: 'minimise' })
  expect(frame()?.style.visibility).toBe('hidden')
  speak({ care: 'state', unread: 3, isLive: true, colour: '#224466' })
  expect(button()?.getAttribute('aria-label')).toBe('Open chat, 3 unread')
})

it('remembers on the next page that it was open, and that a chat goes on', async () => {
  await load()
  button()?.click()
  document.body.innerHTML = ''
  await load()
  expect(frame()?.style.visibility).toBe('visible')
  speak({ care: 'state', unread: 0, isLive: true, colour: '#224466' })
  button()?.click()
  document.body.innerHTML = ''
  await load()
  expect(frame()?.style.visibility).toBe('hidden')
})

it('is opened by buttons of the page, with what they ask for', async () => {
  await load()
  document.body.insertAdjacentHTML(
    'beforeend',
    '<a data-care-open="call"><b>Call us</b></a><a data-care-open="fax">Fax</a>',
  )
  document.querySelector<HTMLElement>('[data-care-open="fax"]')?.click()
  expect(frame()).toBeNull()
  document.querySelector<HTMLElement>('b')?.click()
  // The pages of the tests before have listeners too.
  const own = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-care-widget]')].at(-1)
  expect(own?.style.visibility).toBe('visible')
  const told = vi.fn<(message: unknown, origin: string) => void>()
  const app = { postMessage: told }
  Object.defineProperty(own, 'contentWindow', { value: app })
  speak({ care: 'ready' }, server, app)
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ care: 'open', wants: 'call' }), server)
  button()?.click()
  expect(told.mock.lastCall?.[0]).toMatchObject({ care: 'close', wants: undefined })
})
