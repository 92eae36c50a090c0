import { limits } from '@care/domain'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { done, id, language, requiredText, text } from '../entities/common.ts'
import { me, role, session, singleKeys } from '../entities/operator.ts'

export const authApi = {
  getWorkspace: endpoint({
    method: 'GET',
    path: '/api/workspace',
    access: 'public',
    summary: 'What the sign-in page needs: name, mode, in demo mode the people to sign in as.',
    response: z.object({
      name: z.string(),
      isDemo: z.boolean(),
      needsSetup: z.boolean(),
      demoPeople: z.array(z.object({ name: z.string(), email: z.string(), password: z.string(), role })),
    }),
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/api/setup',
    access: 'public',
    summary: 'Makes the first administrator, with the one-time token that the first start printed.',
    body: z.object({
      token: z.string().min(20).max(100),
      name: requiredText(limits.customerName),
      email: z.email().max(limits.email),
      password: z.string().min(limits.password.min).max(limits.password.max),
    }),
    response: me,
    errors: ['FORBIDDEN'],
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    access: 'public',
    summary: 'Signs in; the answer sets the session cookie.',
    body: z.object({ email: z.string().max(limits.email), password: z.string().max(limits.password.max) }),
    response: me,
    errors: ['WRONG_CREDENTIALS'],
  }),
  getMe: endpoint({
    method: 'GET',
    path: '/api/session',
    access: 'signedIn',
    summary: 'Who is signed in, with rights, queues and presence.',
    response: me,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/session',
    access: 'signedIn',
    summary:
      'Signs out. With tasks in progress it is refused unless `tasks` says what becomes of all of them (rule 22).',
    query: z.object({ tasks: z.enum(['return', 'keep']).optional() }),
    response: done,
    errors: ['NOT_ALLOWED_NOW'],
  }),
  leaveDesk: endpoint({
    method: 'POST',
    path: '/api/session/leave',
    access: 'signedIn',
    summary:
      'Signs out and says for each task in progress what becomes of it: all of it or nothing. A colleague who is asked has it once he accepts; else it goes to its queue (rule 22).',
    body: z.object({
      tasks: z
        .array(
          z.object({
            activityId: id,
            fate: z.enum(['return', 'keep', 'transfer']),
            operatorId: id.optional(),
            groupId: id.optional(),
            queueId: id.optional(),
          }),
        )
        .max(200),
      /** Needed where something is transferred. */
      reason: text(limits.reason).default(''),
    }),
    response: z.object({
      results: z.array(
        z.object({ activityId: id, result: z.enum(['returned', 'kept', 'asked', 'transferred', 'gone']) }),
      ),
    }),
    errors: ['NOT_ALLOWED_NOW'],
  }),
  listSessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    access: 'signedIn',
    summary: 'Own sessions on all devices, newest first.',
    response: z.object({ items: z.array(session) }),
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    access: 'signedIn',
    summary: 'Ends one of the own sessions at once, sockets too.',
    params: z.object({ sessionId: id }),
    response: done,
    errors: ['NOT_FOUND'],
  }),
  changeMe: endpoint({
    method: 'PATCH',
    path: '/api/me',
    access: 'signedIn',
    summary: 'Own settings; what is absent stays as it is.',
    body: z.object({
      language: language.nullable().optional(),
      singleKeys: singleKeys.optional(),
      mailSignature: text(limits.signature).optional(),
    }),
    response: me,
  }),
}
