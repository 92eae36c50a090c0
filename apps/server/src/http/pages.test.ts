import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootServer, siteKey, type TestServer } from '../testing/boot-server.ts'
import { createHttp } from './server.ts'
import { createMetrics } from './metrics.ts'

const folder = mkdtempSync(join(tmpdir(), 'care-pages-'))
const put = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const script = `console.log('${'long and boring '.repeat(50)}')`
let server: TestServer
let http: Server
let url: string

beforeAll(async () => {
  put(
    'desktop/index.html',
    '<!doctype html><title>Desk</title><script>start()</script><script type="module" src="/assets/app-1a2b.js"></script>',
  )
  put('desktop/assets/app-1a2b.js', script)
  put('widget/widget.js', script)
  put('widget/app/index.html', '<!doctype html><title>Chat</title>')
  put('widget/app/assets/chat-1a2b.js', script)
  put('demo/index.html', '<!doctype html><title>Shop</title>')
  put('widget/caller/index.html', '<!doctype html><title>A customer calls</title>')
  put('secret.txt', 'not for you')
  server = await bootServer()
  const services = { ...server.services, config: { ...server.services.config, isDemo: true } }
  const folders = { desktop: join(folder, 'desktop'), widget: join(folder, 'widget'), demo: join(folder, 'demo') }
  const health = { isStopping: () => false, pingBus: null }
  const hooks = { admit: () => Promise.reject(new Error('nobody delivers here')) }
  const ways = { invoke: async () => null, metrics: createMetrics(services), health, hooks, demoMail: null }
  http = createServer(createHttp({ services, ...ways, folders }).app)
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(async () => {
  http.close()
  http.closeAllConnections()
  await server.stop()
  rmSync(folder, { recursive: true })
})
const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers })

describe('the desktop', () => {
  test('shows its page for every address of its own, and lets nobody frame it', async () => {
    for (const path of ['/', '/requests/7', '/setup?token=x']) {
      const answer = await get(path)
      expect(await answer.text()).toContain('<title>Desk</title>')
      expect(answer.headers.get('cache-control')).toBe('no-cache')
      const policy = answer.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/)
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    }
  })
  test('has files that are kept for ever, packed, and not fetched twice', async () => {
    const file = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' })
    expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(file.headers.get('content-encoding')).toBe('gzip')
    expect(Number(file.headers.get('content-length'))).toBeLessThan(150)
    expect(await file.text()).toBe(script)
    const again = await get('/assets/app-1a2b.js', { 'if-none-match': file.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })
  test('says so when a file is missing, instead of showing the page as a script', async () => {
    expect((await get('/assets/old-9z.js')).status).toBe(404)
  })
  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2F..%2Fsecret.txt', '/assets/%00.js', '/%ff'])(
    'keeps %s inside',
    async (path) => {
      expect(await (await get(path)).text()).not.toContain('not for you')
    },
  )
})

describe('the widget', () => {
  test('its loader is taken by any page', async () => {
    const answer = await get('/widget.js')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
  test('its frame may stand on the site’s pages and our own alone', async () => {
    const answer = await get(`/widget/frame?site=${siteKey}`)
    expect(await answer.text()).toContain('<title>Chat</title>')
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self' https://shop.example")
    for (const referer of ['https://shop.example/cart', `${url}/demo`, 'https://desk.example/demo'])
      expect((await get(`/widget/frame?site=${siteKey}`, { referer })).status).toBe(200)
  })
  test('a foreign page gets no frame, an unknown site neither', async () => {
    const foreign = await get(`/widget/frame?site=${siteKey}`, { referer: 'https://evil.example/' })
    expect(foreign.status).toBe(403)
    expect(await foreign.text()).toContain('FOREIGN_ORIGIN')
    expect((await get('/widget/frame?site=none')).status).toBe(404)
    expect((await get('/widget/frame')).status).toBe(404)
  })
  test('its files are kept for ever', async () => {
    expect((await get('/widget/assets/chat-1a2b.js')).headers.get('cache-control')).toContain('immutable')
    expect((await get('/widget/index.html')).status).toBe(404)
  })
})

test('addresses that cannot be read are no files', async () => {
  for (const path of ['/widget/%ff', '/widget/assets/%E0%A4%A.js', '/demo/%ff'])
    expect((await get(path)).status).toBe(400)
})

test('the shop is there in demo mode and not otherwise', async () => {
  expect(await (await get('/demo')).text()).toContain('<title>Shop</title>')
  for (const path of ['/demo/caller', '/demo/caller/'])
    expect(await (await get(path)).text()).toContain('<title>A customer calls</title>')
  expect((await get('/demo/caller/none.js')).status).toBe(404)
  expect(await (await fetch(`${server.url}/demo`)).text()).not.toContain('<title>Shop</title>')
  // What is below is the desktop's page, as for every address that is nobody's.
  expect((await fetch(`${server.url}/demo/mail?address=a@b.example`)).headers.get('content-type')).not.toContain('json')
  expect((await fetch(`${server.url}/demo/mail`, { method: 'POST' })).ok).toBe(false)
})

test('the API reference is read without anything from elsewhere', async () => {
  expect(((await (await get('/api/openapi.json')).json()) as { openapi: string }).openapi).toBe('3.1.0')
  const page = await get('/api/docs')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('/api/requests/:requestId')
})
