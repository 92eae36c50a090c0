import { limits } from '@care/domain'
import express, { type Express, type Response } from 'express'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { isOwnOrigin } from './origin.ts'

/** Base64 of a file of 2 MiB. */
const fileLetters = 2.8 * 1024 * 1024

const newLetter = z.strictObject({
  name: z.string().trim().max(limits.customerName),
  address: z.email().max(limits.email),
  subject: z.string().trim().max(limits.requestTitle),
  text: z.string().trim().min(1).max(limits.message),
  /** Message-ID of the mail that it answers. */
  answers: z.string().max(500).nullable(),
  file: z.strictObject({ name: z.string().min(1).max(120), content: z.base64().max(fileLetters) }).nullable(),
})
export type DemoLetter = z.infer<typeof newLetter>

/** A mail as the customer's program shows it. */
export interface CustomersMail {
  id: string
  from: string
  subject: string
  /** Epoch ms. */
  at: number
  text: string
  html: string | null
  files: string[]
}

/** The mailboxes of the customers of the demo shop. */
export interface DemoMail {
  /** What came to an address, latest first. */
  inbox(address: string): Promise<CustomersMail[]>
  /** Sends as a customer's program does, by SMTP. Rejects with what the reception said. */
  write(letter: DemoLetter): Promise<void>
}

/**
 * The mail program of the demo's customers: `GET /demo/mail?address=` lists, `POST /demo/mail` sends. In demo mode only,
 * which listens on this machine alone; other sites' pages are refused.
 */
export function serveDemoMail(app: Express, config: Config, mail: DemoMail): void {
  const isForeign = (req: express.Request): boolean =>
    req.headers.origin !== undefined && !isOwnOrigin(req.headers.origin, req, config)
  app.get('/demo/mail', async (req, res) => {
    const { address } = req.query
    if (typeof address !== 'string' || isForeign(req)) return refuse(res, 'INVALID_INPUT')
    res.setHeader('cache-control', 'no-store')
    res.json({ items: await mail.inbox(address) })
  })
  app.post('/demo/mail', express.json({ limit: '4mb' }), async (req, res) => {
    const letter = newLetter.safeParse(req.body)
    if (!letter.success || isForeign(req)) return refuse(res, 'INVALID_INPUT')
    try {
      await mail.write(letter.data)
      res.status(204).end()
    } catch {
      refuse(res, 'NOT_TAKEN', 502)
    }
  })
}

const refuse = (res: Response, code: string, status = 400): void => void res.status(status).json({ error: { code } })
