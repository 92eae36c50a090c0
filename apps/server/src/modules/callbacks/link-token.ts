import type { Secrets } from '../../kernel/secrets.ts'
import { hashToken } from '../../kernel/token.ts'

/**
 * The token of a customer's link: 256 bits by the sealing key, the same whenever they are needed, so that his mail can bear
 * them and no table has them. A link that an operator makes anew has another one, and these open nothing any more.
 */
export const callbackToken = (secrets: Pick<Secrets, 'mark'>, activityId: string): string =>
  secrets.mark(activityId, 'callback-link')

/** What is stored of it. */
export const linkHashBy =
  (secrets: Pick<Secrets, 'mark'>) =>
  (activityId: string): string =>
    hashToken(callbackToken(secrets, activityId))
