/** Text by key that outlives a reload, or the page at least where the browser refuses storage. */
export interface TextStore {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
  keys: () => string[]
}

/** localStorage of the iframe under one prefix per site; each operation falls back to memory by itself (quota, privacy modes). */
export function openStorage(siteKey: string, disk: () => Storage = () => localStorage): TextStore {
  const memory = new Map<string, string>()
  const prefix = `care:${siteKey}:`
  const attempt = <T>(action: (disk: Storage) => T, otherwise: T): T => {
    try {
      return action(disk())
    } catch {
      return otherwise
    }
  }
  return {
    get: (key) => memory.get(key) ?? attempt((store) => store.getItem(prefix + key), null),
    set: (key, value) => {
      const isKept = attempt((store) => {
        store.setItem(prefix + key, value)
        return true
      }, false)
      if (isKept) memory.delete(key)
      else memory.set(key, value)
    },
    remove: (key) => {
      memory.delete(key)
      attempt((store) => store.removeItem(prefix + key), undefined)
    },
    keys: () => {
      const kept = attempt((store) => Object.keys(store).filter((key) => key.startsWith(prefix)), [])
      return [...new Set([...kept.map((key) => key.slice(prefix.length)), ...memory.keys()])]
    },
  }
}

/** A stored value, or null when it is not there or not ours to read. */
export function getJson<T>(store: TextStore, key: string): T | null {
  try {
    return JSON.parse(store.get(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

export const setJson = (store: TextStore, key: string, value: unknown): void => store.set(key, JSON.stringify(value))
