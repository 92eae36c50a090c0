import type { EndpointName } from '@care/contract'
import type { Actor } from '../kernel/actor.ts'
import { countTry, type Limit, tooMany } from '../kernel/rate-limit.ts'
import type { Services } from '../kernel/services.ts'

const openings: Limit = { name: 'widget', tries: 60, windowMs: 60_000 }
/** What one visitor may send; counted in the memory of each process, because it stands before every message. */
const sending = { tries: 30, windowMs: 10_000 }
const sends = new Set<EndpointName>([
  'startChat',
  'sendWidgetMessage',
  'leaveMessage',
  'askCallback',
  'uploadWidgetFile',
])
/** Links of call backs: guesses, and customers who cannot decide. */
const linkTries: Limit = { name: 'callback-link', tries: 30, windowMs: 60_000 }
const ofLinks = new Set<EndpointName>(['openCallbackLink', 'moveCallbackByLink', 'cancelCallbackByLink'])

/** The limits that stand before an endpoint's handler; sign-in counts by itself, because it knows the email. */
export function createCallLimits(services: Services): (name: EndpointName, actor: Actor) => Promise<void> | undefined {
  const { clock, config } = services
  let window = 0
  let sent = new Map<string, number>()

  function countSending(visitorId: string): void {
    const now = clock.now()
    const current = Math.floor(now / sending.windowMs)
    if (current !== window) {
      window = current
      sent = new Map()
    }
    const tries = (sent.get(visitorId) ?? 0) + 1
    sent.set(visitorId, tries)
    if (tries > sending.tries) throw tooMany((current + 1) * sending.windowMs - now)
  }

  return (name, actor) => {
    if (!config.hasRateLimits) return undefined
    if (name === 'openWidget' && actor.kind === 'nobody') return countTry(services, openings, actor.address)
    if (ofLinks.has(name) && actor.kind === 'nobody') return countTry(services, linkTries, actor.address)
    if (actor.kind === 'visitor' && sends.has(name)) countSending(actor.id)
    return undefined
  }
}
