import type { Module } from '../../kernel/module.ts'
import { authAudience } from './audience.ts'
import { authProjections } from './projections.ts'

/** Accounts' sessions: who is behind a cookie, sign-in, sign-out, first set-up. */
export const authModule = { name: 'auth', audience: authAudience, projections: authProjections } satisfies Module

export { setSessionCookie, tokenOf } from './cookie.ts'
export { offerSetUp } from './commands/offer-set-up.ts'
export { needsSetup } from './queries/workspace.ts'
export { endSessionNow } from './commands/end-session.ts'
export { hashPassword } from '../operators/index.ts'
export { operatorById, operatorOfSession, operatorOfToken, sessionMs, touchSession } from './session.ts'
export { authHandlers } from './routes.ts'
