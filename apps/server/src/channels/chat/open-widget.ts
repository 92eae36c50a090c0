import type { IdentityRefusal } from '@care/domain/identity'
import { notFound } from '../../kernel/app-error.ts'
import type { Handler } from '../../kernel/handler.ts'
import { newToken } from '../../kernel/ids.ts'
import type { Services } from '../../kernel/services.ts'
import { refuseBlocked } from '../../modules/blocked-senders/index.ts'
import { endVisitorSession } from './commands/end-visitor-session.ts'
import { identifyVisitor } from './commands/identify-visitor.ts'
import { hashToken, openVisitor } from './commands/open-visitor.ts'
import { requireOwnOrigin } from './origin.ts'
import { type VisitorRecord, visitorByToken, widgetSession } from './queries/session.ts'
import { siteByKey, type SiteRecord } from './queries/site.ts'
import { readIdentity, type SignedIdentity } from './signed-identity.ts'

interface Opening {
  services: Services
  call: Parameters<Handler<'openWidget'>>[0]
  site: SiteRecord
  /** The token that the browser has, and whose it is. */
  token: string | undefined
  known: VisitorRecord | null
}
interface Opened {
  visitor: VisitorRecord
  token: string
}

/**
 * Starts or resumes a visitor. A token of the host page's server says who he is (row M8); one that proves nothing makes him
 * unknown, also in a browser that was somebody's, and the host page is told why.
 */
export const openWidget: Handler<'openWidget'> = async (call, services) => {
  const { body, http } = call
  const { store, config, log } = services
  const site = await siteByKey(store.read, body.siteKey)
  if (!site) throw notFound('site')
  requireOwnOrigin(http?.req.headers, site, config.publicUrl)
  await refuseBlocked(store.read, { address: http?.address })
  const known = body.token === undefined ? null : await visitorByToken(services, body.token, site.id)
  const opening: Opening = { services, call, site, token: body.token, known }
  let refusal: IdentityRefusal | null = null
  let opened: Opened | null = null
  if (body.identity) {
    const read = await readIdentity(services, site.id, body.identity)
    if (read.is === 'signed') opened = await identified(opening, read.identity)
    else {
      refusal = read.refusal
      log.warn({ siteId: site.id, refusal, address: http?.address }, 'identity refused')
    }
  }
  opened ??= await unknown(opening)
  // Of whom he is now: a block is his and not this browser's, which may have been another's before (rule 26).
  await refuseBlocked(store.read, { isBlocked: opened.visitor.blockedAt !== null })
  return widgetSession(services, site, opened.visitor, { token: opened.token, refusal })
}

async function identified({ services, call, site, token }: Opening, identity: SignedIdentity): Promise<Opened> {
  const made = newToken()
  const { keepsToken } = await services.execute(
    identifyVisitor,
    call.actor,
    {
      siteId: site.id,
      identity,
      language: call.body.language ?? null,
      knownHash: token === undefined ? null : hashToken(token),
      newHash: hashToken(made),
      nobodysHash: hashToken(newToken()),
    },
    { requestId: call.requestId },
  )
  return openedBy(services, keepsToken && token !== undefined ? token : made, site)
}

/** Goes on as the browser's visitor; a page that signs nobody, or not well, ends the session of who was signed in. */
async function unknown({ services, call, site, token, known }: Opening): Promise<Opened> {
  const isOver = known !== null && known.identityId !== null && call.body.identity !== undefined
  if (known && token !== undefined && !isOver) return { visitor: known, token }
  const { actor, body, requestId } = call
  if (isOver && token !== undefined)
    await services.execute(endVisitorSession, actor, { tokenHash: hashToken(token) }, { requestId })
  const input = { siteKey: body.siteKey, language: body.language ?? null }
  const opened = await services.execute(openVisitor, actor, input, { requestId })
  return openedBy(services, opened.token, site)
}

async function openedBy(services: Services, token: string, site: SiteRecord): Promise<Opened> {
  const visitor = await visitorByToken(services, token, site.id)
  if (!visitor) throw notFound('visitor')
  return { visitor, token }
}
