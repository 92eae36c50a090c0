import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { blockedSender, newBlockedSender } from '../entities/blocked-sender.ts'
import { id, pageOf, pageQuery } from '../entities/common.ts'

export const blockedSendersApi = {
  listBlockedSenders: endpoint({
    method: 'GET',
    path: '/api/blocked-senders',
    access: 'senders.block',
    summary: 'Who is refused at the door, latest first; with `lifted` those who were.',
    query: z.object({ ...pageQuery, lifted: z.stringbool().default(false) }),
    response: pageOf(blockedSender),
  }),
  blockSender: endpoint({
    method: 'POST',
    path: '/api/blocked-senders',
    access: 'senders.block',
    summary:
      'Blocks a mail address, an IP address or a range (CIDR, at least /8 or /32). Who is blocked already is answered as he is.',
    body: newBlockedSender,
    response: blockedSender,
  }),
  setBlockLifted: endpoint({
    method: 'POST',
    path: '/api/blocked-senders/:blockId/lifted',
    access: 'senders.block',
    summary: 'Lifts a block, or puts it back.',
    params: z.object({ blockId: id }),
    body: z.object({ isLifted: z.boolean() }),
    response: blockedSender,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
