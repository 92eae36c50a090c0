import { createHash } from 'node:crypto'

/** What is stored of a secret token: its SHA-256. A token has 256 random bits, so no salt is needed. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
