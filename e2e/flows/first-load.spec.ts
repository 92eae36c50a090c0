import type { Page, Request } from '@playwright/test'
import { expect, test } from '../fixtures/test.ts'
import { password } from '../fixtures/team.ts'
import { signInPage } from '../pages/sign-in.ts'

const kib = 1024
const limits = { files: 250 * kib, requests: 8 }

const pathOf = (request: Request): string => new URL(request.url()).pathname
function listen(page: Page): Request[] {
  const made: Request[] = []
  page.on('request', (request) => {
    // The live connection stays; only Firefox lists it among the requests.
    if (request.url().startsWith('http') && pathOf(request) !== '/socket.io/') made.push(request)
  })
  return made
}
/** Bytes that came over the line: what is compressed counts as it came. */
async function weight(requests: readonly Request[]): Promise<number> {
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}
const isCode = (request: Request): boolean => ['document', 'script', 'stylesheet'].includes(request.resourceType())

test('the first load is small, in few requests, of one language, and asks nothing twice', async ({
  team,
  server,
  newPage,
  browserName,
}) => {
  const page = await newPage()
  const toSignIn = listen(page)
  await page.goto(server.origin)
  await signInPage(page).as(team.anna.email, password)
  await expect(page.getByRole('tab', { name: 'Queue 0' })).toBeVisible()
  await page.getByRole('button', { name: 'Become available' }).click()
  await expect(page.getByRole('button', { name: /^Anna Kowalska, Available/ })).toBeVisible()
  const untilUsable = toSignIn.filter(isCode)
  const catalogues = (requests: readonly Request[]): string[] =>
    requests.map(pathOf).filter((path) => /\/assets\/(en|ru|pl|bg)-[\w-]+\.js$/.test(path))
  expect(catalogues(toSignIn).filter((path) => path.includes('-desk-'))).toHaveLength(1)
  expect(catalogues(toSignIn).every((path) => path.includes('/en-'))).toBe(true)
  // Only Chromium tells what came over the line.
  if (browserName === 'chromium') {
    const bytes = await weight(untilUsable)
    expect(bytes).toBeGreaterThan(100 * kib)
    expect(bytes).toBeLessThanOrEqual(limits.files)
  }

  // The next morning: signed in, and nothing in the cache of a new browser.
  const morning = await newPage()
  await morning.context().addCookies(await page.context().cookies())
  await page.context().close()
  const made = listen(morning)
  await morning.goto(server.origin)
  await expect(morning.getByText('No tasks yet')).toBeVisible()
  await expect(morning.getByRole('tab', { name: 'Queue 0' })).toBeVisible()
  const paths = made.map(pathOf)
  expect(paths.length, paths.join('\n')).toBeLessThanOrEqual(limits.requests)
  expect(paths.filter((path) => path.startsWith('/api/')).toSorted()).toEqual([
    '/api/queue-items',
    '/api/session',
    '/api/tasks',
  ])
  // Of the letters those of this language, and the words do not wait for them.
  const fonts = paths.filter((path) => path.endsWith('.woff2'))
  expect(fonts.every((path) => /inter-latin-wght/.test(path))).toBe(true)
  const faces = await morning.evaluate(() => [...document.fonts].map(({ display }) => display))
  expect(new Set(faces)).toEqual(new Set(['swap']))
  // Later screens come when they are opened, or once nothing else goes on; then still nothing was asked twice.
  const isLater = (path: string): boolean => /\/(talk|context|screens|settings)-/.test(path)
  expect(paths.some(isLater)).toBe(false)
  await expect.poll(() => made.map(pathOf).some(isLater)).toBe(true)
  const asked = made.map(pathOf).filter((path) => path.startsWith('/api/'))
  expect(asked).toHaveLength(new Set(asked).size)
  // Who one is was read before the connection; it is right all the same.
  await expect(morning.getByRole('button', { name: /^Anna Kowalska, Available/ })).toBeVisible()
})
