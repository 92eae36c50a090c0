import { createStore, del, entries, set, type UseStore } from 'idb-keyval'

/** A small durable map. Rejects never: what cannot be stored lives on in memory. */
export interface Kv<T> {
  entries: () => Promise<[string, T][]>
  set: (key: string, value: T) => Promise<void>
  del: (key: string) => Promise<void>
}

export function memoryKv<T>(): Kv<T> {
  const map = new Map<string, T>()
  return {
    entries: () => Promise.resolve([...map]),
    set: (key, value) => Promise.resolve(void map.set(key, value)),
    del: (key) => Promise.resolve(void map.delete(key)),
  }
}

function openStore(name: string): UseStore | undefined {
  try {
    return typeof indexedDB === 'undefined' ? undefined : createStore(name, 'items')
  } catch {
    return undefined
  }
}

/** In IndexedDB under its own database; what it refuses (private windows, a full disk) is held in memory beside it. */
export function openKv<T>(name: string): Kv<T> {
  const memory = memoryKv<T>()
  const store = openStore(name)
  if (!store) return memory
  return {
    entries: async () => {
      const stored = await entries<string, T>(store).catch(() => [])
      return [...new Map([...stored, ...(await memory.entries())])]
    },
    set: (key, value) =>
      set(key, value, store).then(
        () => memory.del(key),
        () => memory.set(key, value),
      ),
    del: async (key) => {
      await memory.del(key)
      await del(key, store).catch(() => undefined)
    },
  }
}
