import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

export const secretsKeyBytes = 32
const algorithm = 'aes-256-gcm'
const ivBytes = 12

/** Seals what must never be read from a database or its backup alone: passwords and tokens of channels. */
export interface Secrets {
  /** Names the key that seals, without telling it. */
  keyId: string
  /** The keys that open beside it. */
  oldKeyIds: readonly string[]
  /** `about` is what the text belongs to; sealed for one place, it does not open at another. */
  seal(text: string, about: string): string
  /** Throws SealedElsewhere when no key here opens it, or it was tampered with or belongs to another place. */
  open(sealed: string, about: string): string
  /** Opened with another key than the one that seals now. */
  isOld(sealed: string): boolean
  /** A mark on a text that leaves us, by which it is known when it comes back: HMAC-SHA-256 in hex. */
  mark(text: string, purpose: string): string
  /** Whether this is the mark, or its first letters, that a key of now or before gives. */
  isMark(mark: string, text: string, purpose: string): boolean
}

export class SealedElsewhere extends Error {
  constructor() {
    super('sealed with another key')
    this.name = 'SealedElsewhere'
  }
}

const keyIdOf = (key: Uint8Array): string =>
  createHash('sha256').update('care-secrets').update(key).digest('hex').slice(0, 12)

/** AES-256-GCM: `v1:<key id>:<iv>:<tag>:<ciphertext>`, the last three in base64url (NIST SP 800-38D). */
export function createSecrets(key: Uint8Array, oldKeys: readonly Uint8Array[] = []): Secrets {
  const keyId = keyIdOf(key)
  const byId = new Map([...oldKeys, key].map((one) => [keyIdOf(one), one]))
  const keyOf = (sealed: string): string => sealed.split(':')[1] ?? ''
  return {
    keyId,
    oldKeyIds: oldKeys.map(keyIdOf),
    seal(text, about) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return ['v1', keyId, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join(':')
    },
    open(sealed, about) {
      const [form, id = '', ...parts] = sealed.split(':')
      const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
      const found = byId.get(id)
      if (form !== 'v1' || !found || iv?.length !== ivBytes || tag?.length !== 16 || !text) throw new SealedElsewhere()
      try {
        const decipher = createDecipheriv(algorithm, found, iv).setAAD(Buffer.from(about)).setAuthTag(tag)
        return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
      } catch {
        throw new SealedElsewhere()
      }
    },
    isOld: (sealed) => keyOf(sealed) !== keyId,
    mark: (text, purpose) => markBy(key, text, purpose),
    isMark: (mark, text, purpose) =>
      mark.length > 0 &&
      [...byId.values()].some((one) => {
        const right = Buffer.from(markBy(one, text, purpose).slice(0, mark.length))
        const given = Buffer.from(mark)
        return right.length === given.length && timingSafeEqual(right, given)
      }),
  }
}

/** The sealing key itself marks nothing: each purpose has a key of its own. */
const markBy = (key: Uint8Array, text: string, purpose: string): string =>
  createHmac('sha256', createHmac('sha256', key).update(`mark:${purpose}`).digest())
    .update(text)
    .digest('hex')

/** The key of 32 bytes that a text in base64 is; undefined when it is none. */
export function readKey(text: string): Uint8Array | undefined {
  const key = Buffer.from(text, 'base64')
  return key.length === secretsKeyBytes && /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? key : undefined
}

/** The key of a file; made there at the first start. Of processes that start together one makes it, the others read that. */
export async function keyOfFile(dataDir: string): Promise<Uint8Array> {
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, 'secrets.key')
  const known = await readKeyFile(path)
  if (known) return known
  // Written whole under another name first: nobody ever reads half of it.
  const part = join(dataDir, `secrets.key.${randomBytes(6).toString('hex')}`)
  const file = await open(part, 'wx', 0o600)
  try {
    await file.write(`${randomBytes(secretsKeyBytes).toString('base64')}\n`)
    await file.sync()
    await link(part, path).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error
    })
  } finally {
    await file.close()
    await rm(part, { force: true })
  }
  const made = await readKeyFile(path)
  if (!made) throw new Error(`${path} could not be made`)
  return made
}

async function readKeyFile(path: string): Promise<Uint8Array | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (text === null) return null
  const key = readKey(text.trim())
  if (!key) throw new Error(`${path} holds no key; put back the one of the backup, or set SECRETS_KEY`)
  return key
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code
