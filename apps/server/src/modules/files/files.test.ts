import { isApiError } from '@care/client'
import { errorEnvelope } from '@care/contract'
import { dayMs, limits } from '@care/domain'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bootServer, type TestServer } from '../../testing/boot-server.ts'
import { makeScene, type Scene } from '../../testing/rights-scene.ts'

let server: TestServer
let scene: Scene
beforeAll(async () => {
  server = await bootServer({ hasRateLimits: false })
  scene = await makeScene(server, { isWaiting: false })
})
afterAll(() => server.stop())

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const upload = (name: string, file: Uint8Array<ArrayBuffer>) =>
  scene.admin.call('uploadFile', { query: { name, activityId: scene.activityId }, file })
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (isApiError(error) ? error.code : String(error)),
  )
const download = async (fileId: string, headers: Record<string, string> = { cookie: scene.admin.cookie }) => {
  const answer = await fetch(`${server.url}/api/files/${fileId}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Names of everything on the disk, parts of files too. */
async function onDisk(): Promise<string[]> {
  const all = await readdir(join(server.services.config.dataDir, 'files'), { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted()
}
const rows = () => server.services.store.read.$count(server.services.store.t.files)

/** An upload that the test writes by hand: without a length unless one is given. */
function openUpload(headers: Record<string, string> = {}) {
  const address = `${server.url}/api/files?name=big.bin&activityId=${scene.activityId}`
  const type = { 'content-type': 'application/octet-stream', cookie: scene.admin.cookie }
  const upload = request(address, { method: 'POST', headers: { ...type, ...headers } })
  const answer = new Promise<{ status: number; text: string }>((resolve, reject) => {
    upload.once('error', reject).once('response', (got) => {
      let text = ''
      got.on('data', (part: Buffer) => (text += part.toString()))
      got.on('end', () => resolve({ status: got.statusCode ?? 0, text }))
    })
  })
  const write = (chunk: Buffer): Promise<void> =>
    new Promise((resolve, reject) => void upload.write(chunk, (error) => (error ? reject(error) : resolve())))
  return { upload, answer, write }
}

describe('an upload that does not end well leaves nothing behind', () => {
  test('cut in the middle', async () => {
    const before = [await onDisk(), await rows()]
    const { upload, answer, write } = openUpload({ 'content-length': '1000000' })
    await write(Buffer.alloc(100_000, 'x'))
    await vi.waitFor(async () => expect((await onDisk()).filter((name) => name.endsWith('.part'))).toHaveLength(1))
    upload.destroy()
    await expect(answer).rejects.toThrow('socket hang up')
    await vi.waitFor(async () => expect([await onDisk(), await rows()]).toEqual(before))
  })

  test.each([
    ['which says its length', { 'content-length': String(limits.attachmentBytes + 1) }],
    ['which says none', {}],
  ])('over 25 MB, %s', async (_, headers) => {
    const before = [await onDisk(), await rows()]
    const { upload, answer, write } = openUpload(headers)
    await write(Buffer.alloc(limits.attachmentBytes))
    upload.write(Buffer.alloc(1))
    const { status, text } = await answer
    expect(status).toBe(413)
    expect(errorEnvelope.parse(JSON.parse(text))).toMatchObject({
      code: 'TOO_LARGE',
      details: { limit: limits.attachmentBytes },
    })
    upload.destroy()
    expect([await onDisk(), await rows()]).toEqual(before)
  })

  test('25 MB themselves are taken', async () => {
    const file = await upload('video.bin', new Uint8Array(limits.attachmentBytes))
    expect(file).toMatchObject({ size: limits.attachmentBytes, contentType: 'application/octet-stream' })
    expect(await onDisk()).toContain(file.id)
  })

  test('empty', async () => {
    const before = [await onDisk(), await rows()]
    expect(await codeOf(upload('empty.txt', new Uint8Array()))).toBe('INVALID_INPUT')
    expect([await onDisk(), await rows()]).toEqual(before)
  })

  test.each([
    ['a Windows program named as a picture', 'holiday.png', `MZ${'\u0000'.repeat(58)}\u0080${'\u0000'.repeat(200)}`],
    ['a Linux program without an ending', 'notes', '\u007FELF\u0002\u0001\u0001'.padEnd(200, '\u0000')],
    ['a script by its ending', 'report.pdf.js', 'alert(1)'],
    ['a program by its ending, with a dot behind', 'setup.EXE. ', 'no bytes of a program'],
  ])('%s', async (_, name, content) => {
    const before = [await onDisk(), await rows()]
    expect(await codeOf(upload(name, bytes(content)))).toBe('FILE_TYPE_REFUSED')
    expect([await onDisk(), await rows()]).toEqual(before)
  })
})

describe('nothing in a file acts in our origin', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  test.each([
    ['SVG', 'logo.svg', svg],
    ['SVG named as a picture', 'logo.png', svg],
    ['HTML', 'page.html', '<!doctype html><script>alert(1)</script>'],
    ['XML', 'feed.xml', `<?xml version="1.0"?>${svg}`],
    ['text', 'notes.txt', 'hello'],
  ])('%s is handed over and not shown', async (_, name, content) => {
    const file = await upload(name, bytes(content))
    expect(file.isImage).toBe(false)
    const answer = await download(file.id)
    expect(answer.text).toBe(content)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  test('a picture is shown by what its bytes are', async () => {
    const answer = await download(scene.fileId)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''dot.png")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('names', () => {
  test.each([
    ['emoji', '👩‍👩‍👧‍👦 фото ☕.txt', '👩‍👩‍👧‍👦 фото ☕.txt'],
    ['folders', '../../etc/passwd', '.. .. etc passwd'],
    ['Windows folders', 'C:\\boot\\ini.txt', 'C: boot ini.txt'],
    ['a line break for the header', 'a\r\nset-cookie: b.txt', 'a  set-cookie: b.txt'],
    ['signs of the header', `it's "(1)*".txt`, `it's "(1)*".txt`],
    ['nothing but space', ' \t ', 'file'],
    ['the longest, of emoji', `${'😀'.repeat(125)}x.txt`, `${'😀'.repeat(125)}x.txt`],
  ])('%s', async (_, given, kept) => {
    const file = await upload(given, bytes('hello'))
    expect(file.name).toBe(kept)
    const name = (await download(file.id)).headers.get('content-disposition')?.split("filename*=UTF-8''")[1] ?? ''
    expect(name).toMatch(/^[\w.!~%-]+$/)
    expect(decodeURIComponent(name)).toBe(kept)
  })

  test('one of 256 characters is refused', async () => {
    expect(await codeOf(upload('x'.repeat(256), bytes('hello')))).toBe('INVALID_INPUT')
  })
})

describe('who may have it', () => {
  test('only its owner, until a message takes it', async () => {
    const file = await upload('draft.txt', bytes('not sent'))
    const anna = await server.signIn('anna')
    expect((await download(file.id, { cookie: anna.cookie })).status).toBe(404)
    expect((await download(file.id, {})).status).toBe(401)
    const message = { clientMessageId: 'message with a file', text: '', attachmentIds: [file.id] }
    await scene.admin.call('sendMessage', { params: { activityId: scene.activityId }, body: message })
    expect((await download(file.id, { cookie: anna.cookie })).text).toBe('not sent')
    const again = { ...message, clientMessageId: 'another message with it' }
    const params = { activityId: scene.activityId }
    expect(await codeOf(scene.admin.call('sendMessage', { params, body: again }))).toBe('INVALID_INPUT')
  })

  test('nobody after a day in which no message took it', async () => {
    const left = await upload('left.txt', bytes('forgotten'))
    const sent = await upload('sent.txt', bytes('kept'))
    const body = { clientMessageId: 'message that takes one', text: '', attachmentIds: [sent.id] }
    await scene.admin.call('sendMessage', { params: { activityId: scene.activityId }, body })
    server.clock.advance(dayMs - 1_000)
    await server.sweep()
    expect(await onDisk()).toEqual(expect.arrayContaining([left.id, sent.id]))
    server.clock.advance(1_000)
    await server.sweep()
    expect((await download(left.id)).status).toBe(404)
    expect((await download(sent.id)).text).toBe('kept')
    expect(await onDisk()).not.toContain(left.id)
  })
})

test('players get the stretch they ask for, and nothing of a file can act in our origin', async () => {
  const { id } = await upload('words.txt', bytes('0123456789'))
  const { cookie } = scene.admin
  const part = await download(id, { cookie, range: 'bytes=2-4' })
  expect([part.status, part.text]).toEqual([206, '234'])
  expect(part.headers.get('content-range')).toBe('bytes 2-4/10')
  expect(part.headers.get('content-security-policy')).toContain('sandbox')
  const whole = await download(id)
  expect([whole.status, whole.headers.get('accept-ranges')]).toEqual([200, 'bytes'])
  const outside = await download(id, { cookie, range: 'bytes=10-' })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10'])
})
