import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSecrets, keyOfFile, readKey, SealedElsewhere } from './secrets.ts'

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)

describe('secrets', () => {
  const secrets = createSecrets(key(1))

  test('open where they were sealed, whatever they say', () => {
    for (const text of ['hunter2', '', 'пароль 🔑', 'x'.repeat(10_000)])
      expect(secrets.open(secrets.seal(text, 'a/password'), 'a/password')).toBe(text)
  })
  test('are another text each time, and never the secret', () => {
    const [one, two] = [secrets.seal('hunter2', 'a/password'), secrets.seal('hunter2', 'a/password')]
    expect(one).not.toBe(two)
    expect(one).toMatch(/^v1:[0-9a-f]{12}:[\w-]{16}:[\w-]{22}:[\w-]+$/)
    expect(Buffer.from(one.split(':')[4] ?? '', 'base64url').toString()).not.toContain('hunter2')
  })
  test('do not open at another place, with another key, or changed', () => {
    const sealed = secrets.seal('hunter2', 'a/password')
    expect(() => secrets.open(sealed, 'b/password')).toThrow(SealedElsewhere)
    expect(() => createSecrets(key(2)).open(sealed, 'a/password')).toThrow('sealed with another key')
    const parts = sealed.split(':')
    for (const at of [2, 3, 4]) {
      const bytes = Buffer.from(parts[at] ?? '', 'base64url')
      bytes[0] = (bytes[0] ?? 0) ^ 1
      expect(() => secrets.open(parts.with(at, bytes.toString('base64url')).join(':'), 'a/password')).toThrow(
        SealedElsewhere,
      )
    }
    for (const text of ['', 'v1', 'v2:x:y:z', `${parts.slice(0, 3).join(':')}::`])
      expect(() => secrets.open(text, 'a/password')).toThrow(SealedElsewhere)
  })
  test('of an old key open still and say that they are old', () => {
    const sealed = secrets.seal('hunter2', 'a/password')
    const next = createSecrets(key(2), [key(1)])
    expect(next.open(sealed, 'a/password')).toBe('hunter2')
    expect([next.isOld(sealed), next.isOld(next.seal('x', 'a/password'))]).toEqual([true, false])
    expect(next.oldKeyIds).toEqual([secrets.keyId])
  })
})

describe('the key', () => {
  let folder: string
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'care-key-'))))
  afterEach(() => rm(folder, { recursive: true }))

  test('is 32 bytes in base64', () => {
    expect(readKey(Buffer.from(key(7)).toString('base64'))).toEqual(Buffer.from(key(7)))
    for (const text of ['', 'short', 'x'.repeat(64), `${'A'.repeat(42)}!=`]) expect(readKey(text)).toBeUndefined()
  })
  test('is made once by processes that start together, for their owner alone', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyOfFile(folder)))
    expect(new Set(keys.map((one) => Buffer.from(one).toString('hex')))).toHaveProperty('size', 1)
    expect(await keyOfFile(folder)).toEqual(keys[0])
    expect(await readdir(folder)).toEqual(['secrets.key'])
    expect((await stat(join(folder, 'secrets.key'))).mode & 0o777).toBe(0o600)
  })
  test('is not made anew where its file is spoilt', async () => {
    await writeFile(join(folder, 'secrets.key'), 'half a k')
    await expect(keyOfFile(folder)).rejects.toThrow(/secrets\.key holds no key.*SECRETS_KEY/)
  })
})
