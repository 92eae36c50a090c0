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

/** A token as a host page has it; who checks it is the server. */
const tokenOf = (sub: string, jti = '1'): string => `head.${btoa(JSON.stringify({ sub, jti }))}.signature`
const api = (): { identify(given: { token: unknown }): void; reset(): void } =>
  (window as never as { CareWidget: { identify(given: { token: unknown }): void; reset(): void } }).CareWidget
const params = (): URLSearchParams => new URL(frame()?.src ?? '').searchParams

/** What the frame was told, in order. */
function listenToFrame(): { identity?: string; care: string }[] {
  const told: { identity?: string; care: string }[] = []
  const window = { postMessage: (message: unknown) => void told.push(message as never) }
  Object.defineProperty(frame() ?? {}, 'contentWindow', { value: window })
  return told
}

it('gives the frame the token once it asks, never in its address', async () => {
  await load({ site: 'demo', identity: tokenOf('anna') })
  button()?.click()
  expect(params().get('identity')).toBe('1')
  expect(frame()?.src).not.toContain('signature')
  const told = listenToFrame()
  speak({ care: 'ready' })
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ care: 'open', identity: tokenOf('anna') }))
})

it('asks the page for a token when the chat opens; one that fails is nobody’s', async () => {
  await load()
  api().identify({ token: () => Promise.reject(new Error('signed out')) })
  button()?.click()
  const told = listenToFrame()
  speak({ care: 'ready' })
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ identity: '' }))
})

it('says to the page whether the token was taken', async () => {
  await load({ site: 'demo', identity: tokenOf('anna') })
  const heard = vi.fn<(event: Event) => void>()
  addEventListener('care-widget:identity', heard)
  button()?.click()
  speak({ care: 'identity', isKnown: false, refusal: 'IDENTITY_EXPIRED' })
  removeEventListener('care-widget:identity', heard)
  const told = heard.mock.calls.map(([event]) => (event as CustomEvent).detail as unknown)
  expect(told).toContainEqual({ isKnown: false, refusal: 'IDENTITY_EXPIRED' })
})

it('begins anew for somebody else and goes on for the same one', async () => {
  await load({ site: 'demo', identity: tokenOf('anna') })
  button()?.click()
  const first = frame()
  speak({ care: 'ready' })
  await vi.waitFor(() => expect(first).toBe(frame()))
  await new Promise((done) => setTimeout(done))
  speak({ care: 'identity', isKnown: true, refusal: null })
  api().identify({ token: tokenOf('anna', '2') })
  await new Promise((done) => setTimeout(done))
  expect(frame()).toBe(first)
  api().identify({ token: tokenOf('boris') })
  await vi.waitFor(() => expect(frame()).not.toBe(first))
  expect(document.querySelectorAll('iframe')).toHaveLength(1)
})

it('tells the app of a sign-out, also when that is loaded only later', async () => {
  await load()
  api().reset()
  document.body.innerHTML = ''
  await load()
  button()?.click()
  expect(params().get('identity')).toBe('1')
  const told = listenToFrame()
  speak({ care: 'ready' })
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ identity: '' }))
  document.body.innerHTML = ''
  await load()
  button()?.click()
  expect(params().has('identity')).toBe(false)
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
  const asked: unknown = expect.objectContaining({ care: 'open', wants: 'call' })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(asked, server))
  button()?.click()
  expect(told.mock.lastCall?.[0]).toMatchObject({ care: 'close', wants: undefined })
})
