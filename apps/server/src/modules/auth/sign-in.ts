import { foldEmail, minuteMs } from '@care/domain'
import { eq } from '../../db/drizzle.ts'
import { AppError } from '../../kernel/app-error.ts'
import type { Call } from '../../kernel/handler.ts'
import { newToken } from '../../kernel/ids.ts'
import { countTry, forgetTries, type Limit } from '../../kernel/rate-limit.ts'
import type { Services } from '../../kernel/services.ts'
import { isPassword } from '../operators/index.ts'
import { startSession } from './commands/start-session.ts'
import { setSessionCookie } from './cookie.ts'

const perAccount: Limit = { name: 'signIn', tries: 10, windowMs: 15 * minuteMs }
/** Many emails from one address: guessing of another kind, and each try costs 40 ms of a core. */
const perAddress: Limit = { name: 'signInFrom', tries: 100, windowMs: 15 * minuteMs }

/** Checks the password and opens a session. Refuses without saying whether the email or the password was wrong. */
export async function signIn(call: Call<'signIn'>, services: Services): Promise<string> {
  const { address } = call.actor
  const email = foldEmail(call.body.email)
  const account = `${email} ${address}`
  await countTry(services, perAddress, address)
  await countTry(services, perAccount, account)
  const { operators } = services.store.t
  const [operator] = await services.store.read
    .select({ id: operators.id, passwordHash: operators.passwordHash, isActive: operators.isActive })
    .from(operators)
    .where(eq(operators.emailFolded, email))
  const isRight = await isPassword(call.body.password, operator?.passwordHash ?? null)
  if (!operator || !isRight || !operator.isActive) throw new AppError('WRONG_CREDENTIALS')
  await forgetTries(services, perAccount, account)
  await forgetTries(services, perAddress, address)
  await openSession(call, services, operator.id)
  return operator.id
}

/** Opens a session for an operator and gives its cookie to the browser. */
export async function openSession(
  call: Call<'signIn' | 'setUp'>,
  { execute, config }: Services,
  operatorId: string,
): Promise<void> {
  const token = newToken()
  const userAgent = call.http?.req.headers['user-agent'] ?? ''
  await execute(startSession, call.actor, { operatorId, token, userAgent }, { requestId: call.requestId })
  if (call.http) setSessionCookie(call.http.res, config, token)
}
