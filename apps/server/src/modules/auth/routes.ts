import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { changeMe, hashPassword } from '../operators/index.ts'
import { endSessionNow } from './commands/end-session.ts'
import { setUp } from './commands/set-up.ts'
import { signOutNow } from './commands/sign-out.ts'
import { setSessionCookie } from './cookie.ts'
import { meOf } from './queries/me.ts'
import { sessionsOf } from './queries/sessions.ts'
import { workspaceView } from './queries/workspace.ts'
import { openSession, signIn } from './sign-in.ts'

type AuthEndpoints =
  | 'getWorkspace'
  | 'setUp'
  | 'signIn'
  | 'getMe'
  | 'signOut'
  | 'leaveDesk'
  | 'listSessions'
  | 'revokeSession'
  | 'changeMe'

export const authHandlers: Handlers<AuthEndpoints> = {
  getWorkspace: (_, services) => workspaceView(services),
  async setUp(call, services) {
    const { password, ...fields } = call.body
    const passwordHash = await hashPassword(password)
    const { operatorId } = await services.execute(
      setUp,
      call.actor,
      { ...fields, passwordHash },
      { requestId: call.requestId },
    )
    await openSession(call, services, operatorId)
    return meOf(services, operatorId)
  },
  signIn: async (call, services) => meOf(services, await signIn(call, services)),
  getMe: ({ actor }, services) => meOf(services, actor.id),
  async signOut(call, services) {
    await signOutNow(services, call.actor, { tasks: call.query.tasks }, optionsOf(call))
    if (call.http) setSessionCookie(call.http.res, services.config, null)
    return { ok: true }
  },
  async leaveDesk(call, services) {
    const { tasks: fates, reason } = call.body
    const done = await signOutNow(services, call.actor, { fates, reason }, optionsOf(call))
    if (call.http) setSessionCookie(call.http.res, services.config, null)
    return done
  },
  listSessions: async ({ actor }, services) => ({ items: await sessionsOf(services, actor) }),
  async revokeSession(call, services) {
    await endSessionNow(services, call.actor, { sessionId: call.params.sessionId, reason: 'revoked' }, optionsOf(call))
    return { ok: true }
  },
  async changeMe(call, services) {
    await services.execute(changeMe, call.actor, call.body, optionsOf(call))
    return meOf(services, call.actor.id)
  },
}
