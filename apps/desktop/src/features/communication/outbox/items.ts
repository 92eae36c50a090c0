import { create, type StoreApi, type UseBoundStore } from 'zustand'
import type { Kv } from '../../../shared/storage/kv.ts'
import type { OutboxItem } from './make-outbox.ts'

/** The items as the screen shows them, with their copy in storage. */
export interface Items {
  store: UseBoundStore<StoreApi<{ items: readonly OutboxItem[] }>>
  get: (id: string) => OutboxItem | undefined
  waiting: () => readonly OutboxItem[]
  /** Shown at once; resolves when it is stored. */
  put: (item: OutboxItem) => Promise<void>
  drop: (id: string) => Promise<void>
  /** Takes over what other tabs stored. */
  reload: () => Promise<void>
}

const inOrder = (a: OutboxItem, b: OutboxItem): number => a.createdAt - b.createdAt || a.id.localeCompare(b.id)

export function makeItems(kv: Kv<OutboxItem>, tellOthers: () => void): Items {
  const store = create<{ items: readonly OutboxItem[] }>()(() => ({ items: [] }))
  // The storage answers later than the screen: what it does not know yet, and what it still has though it is gone.
  const unsaved = new Map<string, OutboxItem>()
  const dropped = new Set<string>()
  return {
    store,
    get: (id) => store.getState().items.find((item) => item.id === id),
    waiting: () => store.getState().items.filter(({ state }) => state === 'waiting'),
    put: async (item) => {
      store.setState(({ items }) => ({ items: [...items.filter(({ id }) => id !== item.id), item].toSorted(inOrder) }))
      unsaved.set(item.id, item)
      await kv.set(item.id, item)
      if (unsaved.get(item.id) === item) unsaved.delete(item.id)
      tellOthers()
    },
    drop: async (id) => {
      dropped.add(id)
      await kv.del(id)
      store.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }))
      tellOthers()
    },
    reload: async () => {
      const stored = await kv.entries()
      const items = [...new Map([...stored, ...unsaved]).values()].filter(({ id }) => !dropped.has(id))
      store.setState({ items: items.toSorted(inOrder) })
    },
  }
}
