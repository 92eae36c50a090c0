import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)
/** 19 MiB, two passes: about 40 ms of one core. */
const standard = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

/** Hash of a password in the usual notation, with its parameters, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password, nonce, tagLength, ...standard })
  const { memory, passes, parallelism } = standard
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${toText(nonce)}$${toText(tag)}`
}

/** Whether the password belongs to the hash. Without a hash (unknown email) it works as long and says no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = hash?.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/)
  const [, memory = standard.memory, passes = standard.passes, parallelism = standard.parallelism, nonce, tag] =
    parts ?? []
  const expected = tag === undefined ? randomBytes(tagLength) : Buffer.from(tag, 'base64')
  const found = await derive('argon2id', {
    message: password,
    nonce: nonce === undefined ? randomBytes(16) : Buffer.from(nonce, 'base64'),
    tagLength: expected.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return timingSafeEqual(found, expected) && tag !== undefined
}

const toText = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')
