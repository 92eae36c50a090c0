import { z } from 'zod'
import { endpoint } from '../../endpoint.ts'
import { askCallback, callbackSlot, linkedCallback } from '../../entities/callback.ts'
import { chosenInstant } from '../../entities/common.ts'

/** In the body, never in the address: addresses stand in logs. */
const token = z.string().min(1).max(100)

/** Call backs on the customer's side: from the widget, and by the link that he got there. */
export const publicCallbacksApi = {
  listCallbackSlots: endpoint({
    method: 'GET',
    path: '/api/widget/callback-slots',
    access: 'visitor',
    summary: 'Free times for a call back within the next 7 days, inside the opening hours of the site’s queue.',
    response: z.object({ items: z.array(callbackSlot) }),
  }),
  askCallback: endpoint({
    method: 'POST',
    path: '/api/widget/callbacks',
    access: 'visitor',
    summary:
      'Asks to be called back at a free time. While one of his is open it is that one, with the new number, time and token.',
    body: askCallback,
    response: z.object({ token: z.string(), callback: linkedCallback }),
    errors: ['NOT_FOUND', 'PHONE_INVALID', 'NOT_ALLOWED_NOW', 'SENDER_BLOCKED'],
  }),
  openCallbackLink: endpoint({
    method: 'POST',
    path: '/api/callback-link',
    access: 'public',
    summary: 'What the token of a customer’s link shows: time, state and other free times.',
    body: z.object({ token }),
    response: linkedCallback,
    errors: ['NOT_FOUND'],
  }),
  moveCallbackByLink: endpoint({
    method: 'POST',
    path: '/api/callback-link/move',
    access: 'public',
    summary: 'The customer takes another free time.',
    body: z.object({ token, from: chosenInstant }),
    response: linkedCallback,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
  cancelCallbackByLink: endpoint({
    method: 'POST',
    path: '/api/callback-link/cancel',
    access: 'public',
    summary: 'The customer wants no call any more. Saying it again changes nothing.',
    body: z.object({ token }),
    response: linkedCallback,
    errors: ['NOT_FOUND', 'NOT_ALLOWED_NOW'],
  }),
}
