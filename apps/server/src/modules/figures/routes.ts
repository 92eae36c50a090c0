import { eq } from '../../db/drizzle.ts'
import { forbidden, notFound } from '../../kernel/app-error.ts'
import type { OperatorActor } from '../../kernel/actor.ts'
import type { Handlers } from '../../kernel/handler.ts'
import type { Services } from '../../kernel/services.ts'
import { figureRequests } from './queries/figure-requests.ts'
import { liveSnapshot } from './queries/live-queues.ts'
import { liveToday } from './queries/live-today.ts'
import { numbersOf } from './queries/numbers.ts'
import { scopeOf } from './scope.ts'

type FigureEndpoints = 'getLiveQueues' | 'getLiveToday' | 'getNumbers' | 'listFigureRequests'

export const figureHandlers: Handlers<FigureEndpoints> = {
  getLiveQueues: async ({ actor }, { store, clock }) => ({
    ...(await liveSnapshot(store.read, scopeOf(actor), clock.now())),
    abilities: {
      canAssign: actor.permissions.has('requests.assign'),
      canTake: actor.permissions.has('tasks.handle'),
      canPrioritise: actor.permissions.has('requests.editAll'),
      canManagePresence: actor.permissions.has('operators.managePresence'),
      canSeeNumbers: actor.permissions.has('numbers.viewAll'),
    },
  }),
  getLiveToday: ({ actor, query: { queueId } }, { store, clock }) => {
    const scope = scopeOf(actor)
    if (queueId === undefined) return liveToday(store.read, scope, clock.now())
    return liveToday(store.read, scope === null || scope.includes(queueId) ? [queueId] : [], clock.now())
  },
  getNumbers: async ({ actor, query }, services) =>
    numbersOf(services.store.read, await whose(services, actor, query.operatorId), services.clock.now()),
  async listFigureRequests({ actor, query }, services) {
    const { store, clock } = services
    if (query.queueId === undefined) {
      const { id } = await whose(services, actor, query.operatorId)
      return figureRequests(store.read, actor, { ...query, operatorId: id }, clock.now())
    }
    const scope = scopeOf(actor)
    if (scope !== null && !scope.includes(query.queueId)) throw notFound('queue')
    return figureRequests(store.read, actor, { ...query, queueId: query.queueId }, clock.now())
  },
}

/** Whose figures: one's own, with numbers.viewAll anybody's. */
async function whose({ store }: Services, actor: OperatorActor, operatorId: string | undefined) {
  if (operatorId === undefined || operatorId === actor.id) return { id: actor.id, name: actor.name }
  if (!actor.permissions.has('numbers.viewAll')) throw forbidden('needs the permission numbers.viewAll')
  const { operators } = store.t
  const [operator] = await store.read
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(eq(operators.id, operatorId))
  if (!operator) throw notFound('operator')
  return operator
}
