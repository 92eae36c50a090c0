import { dayMs, type RequestField, type Workflow } from '@care/domain'
import { eq } from '../db/drizzle.ts'
import type { Workbench } from './workbench.ts'
import type { OperatorActor } from '../kernel/actor.ts'
import { addRequest } from '../modules/requests/commands/add-request.ts'

const named = (en: string) => ({ en, ru: '', pl: '', bg: '' })
export const aField = (id: string, over: Partial<RequestField> = {}): RequestField => ({
  id,
  name: named(id),
  kind: 'text',
  options: [],
  required: 'never',
  requiredStages: [],
  shownIf: null,
  isRemoved: false,
  ...over,
})
export const options = (...keys: string[]) => keys.map((key) => ({ key, name: named(key) }))

const stage = (key: string, category: Workflow['stages'][number]['category']) => ({ key, category, name: named(key) })
/** received → checking → transit → refunded or refused; a way back from transit and after reopening. */
export const returnRoute: Workflow = {
  stages: [
    stage('received', 'new'),
    stage('checking', 'active'),
    stage('transit', 'waiting'),
    stage('refunded', 'closed'),
    stage('refused', 'closed'),
  ],
  transitions: [
    { from: 'received', to: 'checking' },
    { from: 'received', to: 'refused' },
    { from: 'checking', to: 'transit' },
    { from: 'transit', to: 'checking' },
    { from: 'transit', to: 'refunded' },
    { from: 'transit', to: 'refused' },
    { from: 'refunded', to: 'checking' },
    { from: 'refused', to: 'checking' },
  ],
}

/** A type `return` beside `general`, with the fields given. */
export async function addReturns(bench: Workbench, fields: RequestField[]): Promise<void> {
  const { requestTypes } = bench.store.t
  const [general] = await bench.store.read.select().from(requestTypes).where(eq(requestTypes.id, 'general'))
  if (!general) throw new Error('no type')
  const type = { ...general, id: 'return', name: 'Return', isDefault: false, autoCloseMs: 10 * dayMs }
  await bench.store.transact((tx) => tx.insert(requestTypes).values({ ...type, workflow: returnRoute, fields }))
}

/** A request of a new customer, by its maker. */
export async function addOne(bench: Workbench, actor: OperatorActor, more: object = {}): Promise<string> {
  const input = { newCustomer: { name: 'Jonas' }, title: 'Tank', description: '', priority: 'normal' as const }
  return (await bench.execute(addRequest, actor, { ...input, ...more })).requestId
}
