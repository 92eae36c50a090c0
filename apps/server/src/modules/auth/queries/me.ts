import type { Me } from '@care/contract'
import { rolePermissions } from '@care/domain'
import { asc, eq } from '../../../db/drizzle.ts'
import { AppError } from '../../../kernel/app-error.ts'
import type { Services } from '../../../kernel/services.ts'
import { isMailSetUp } from '../../mails/index.ts'
import { settingsOf, unreadOf } from '../../notifications/index.ts'
import { presenceOf } from '../../routing/index.ts'

/** The signed-in operator with rights, queues and presence. */
export async function meOf({ store, clock }: Services, operatorId: string): Promise<Me> {
  const { operators, queueMembers, queues, presence: presences } = store.t
  const [[operator], mine, presence, settings, unread, canMail, [quiet]] = await Promise.all([
    store.read.select().from(operators).where(eq(operators.id, operatorId)),
    store.read
      .select({ id: queues.id, name: queues.name })
      .from(queueMembers)
      .innerJoin(queues, eq(queues.id, queueMembers.queueId))
      .where(eq(queueMembers.operatorId, operatorId))
      .orderBy(asc(queues.name), asc(queues.id)),
    presenceOf(store.read, operatorId, clock.now()),
    settingsOf(store.read, operatorId),
    unreadOf(store.read, operatorId),
    isMailSetUp(store.read),
    store.read.select({ hours: presences.quietHours }).from(presences).where(eq(presences.operatorId, operatorId)),
  ])
  if (!operator) throw new AppError('NOT_SIGNED_IN')
  const { id, name, email, role } = operator
  return {
    id,
    name,
    email,
    role,
    permissions: [...rolePermissions[role]],
    language: operator.language as Me['language'],
    singleKeys: operator.singleKeys,
    mailSignature: operator.mailSignature,
    queues: mine,
    presence,
    notifications: {
      ...settings,
      unread,
      quietHours: quiet?.hours ?? null,
      isMailSetUp: canMail,
    } as Me['notifications'],
  }
}
