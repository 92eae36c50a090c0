import type { CallInput } from '@care/client'
import type { EndpointName } from '@care/contract'
import type { Desk } from './people.ts'
import type { Scene } from './rights-scene.ts'

type Inputs = { [N in EndpointName]?: (scene: Scene) => CallInput<N> | Promise<CallInput<N>> }

const aView = () => ({
  name: 'Open',
  filter: { state: 'open' as const },
  sort: { by: 'updated' as const, isDescending: true },
  columns: null,
  isShared: true,
})
/** One of the shared ones: there may not be as many as tries. */
async function sharedView(admin: Desk) {
  const { items } = await admin.call('listViews')
  return items.find(({ isShared }) => isShared) ?? admin.call('addView', { body: aView() })
}
async function newView(admin: Desk): Promise<{ params: { viewId: string } }> {
  const { id: viewId } = await admin.call('addView', { body: aView() })
  return { params: { viewId } }
}
const aMacro = () => ({
  name: 'Wait',
  steps: [{ kind: 'priority' as const, priority: 'high' as const }],
  isShared: true,
})
async function sharedMacro(admin: Desk) {
  const { items } = await admin.call('listMacros')
  return items.find(({ ownerId }) => ownerId === null) ?? admin.call('addMacro', { body: aMacro() })
}
async function newMacro(admin: Desk): Promise<{ params: { macroId: string } }> {
  const { id: macroId } = await admin.call('addMacro', { body: aMacro() })
  return { params: { macroId } }
}
/** None of one's runs is at work: there may not be many at once. */
async function idle(admin: Desk): Promise<void> {
  const isAtWork = async () => {
    const { items } = await admin.call('listBulkRuns')
    return items.some(({ state }) => ['gathering', 'running', 'undoing'].includes(state))
  }
  while (await isAtWork());
}
/** A run that has ended: about a request that is not there. */
async function ofRun(admin: Desk): Promise<{ params: { runId: string } }> {
  await idle(admin)
  const actions = aMacro().steps
  const { id: runId } = await admin.call('startBulk', { body: { selection: { ids: ['none'] }, actions } })
  while ((await admin.call('getBulkRun', { params: { runId } })).state !== 'finished');
  return { params: { runId } }
}

/** Right calls of views, bulk runs and macros. */
export const listInputs = {
  addView: () => ({ body: aView() }),
  editView: async ({ admin }) => {
    const { id: viewId, version } = await sharedView(admin)
    return { params: { viewId }, body: { name: 'Other' }, version }
  },
  takeOverView: async ({ admin }) => ({ params: { viewId: (await sharedView(admin)).id } }),
  deleteView: ({ admin }) => newView(admin),
  restoreView: async ({ admin }) => {
    const input = await newView(admin)
    await admin.call('deleteView', input)
    return input
  },
  arrangeViews: () => ({ body: { order: [], defaultViewId: null } }),
  previewBulk: ({ requestId }) => ({ body: { selection: { ids: [requestId] } } }),
  startBulk: async ({ admin }) => {
    await idle(admin)
    return { body: { selection: { ids: ['none'] }, actions: aMacro().steps } }
  },
  getBulkRun: ({ admin }) => ofRun(admin),
  listBulkItems: ({ admin }) => ofRun(admin),
  stopBulk: ({ admin }) => ofRun(admin),
  undoBulk: ({ admin }) => ofRun(admin),
  addMacro: () => ({ body: aMacro() }),
  editMacro: async ({ admin }) => {
    const { id: macroId, version } = await sharedMacro(admin)
    return { params: { macroId }, body: { name: 'Other' }, version }
  },
  deleteMacro: ({ admin }) => newMacro(admin),
  restoreMacro: async ({ admin }) => {
    const input = await newMacro(admin)
    await admin.call('deleteMacro', input)
    return input
  },
  applyMacro: async ({ admin, requestId }) => ({
    params: { macroId: (await sharedMacro(admin)).id },
    body: { requestId },
  }),
  applyMacroToMany: async ({ admin }) => {
    await idle(admin)
    return { params: { macroId: (await sharedMacro(admin)).id }, body: { selection: { ids: ['none'] } } }
  },
} satisfies Inputs
