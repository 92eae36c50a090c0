/** A part of what this window records, until the server has it. */
export interface KeptChunk {
  /** Its place among all that wait. */
  place: number
  /** Whose it is: nobody else sends it. */
  ownerId: string
  callId: string
  segmentId: string
  seq: number
  ms: number
  /** When its segment began, by this browser’s clock. */
  startedAt: number
  peaks: string
  isLast: boolean
  bytes: ArrayBuffer
}
export type NewKeptChunk = Omit<KeptChunk, 'place'>

export interface KeptChunks {
  add(chunk: NewKeptChunk): Promise<void>
  /** The earliest of this owner. */
  first(ownerId: string): Promise<KeptChunk | null>
  remove(place: number): Promise<void>
}

const table = 'chunks'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('care-recordings', 1)
  request.addEventListener('upgradeneeded', () => {
    const made = request.result.createObjectStore(table, { keyPath: 'place', autoIncrement: true })
    made.createIndex('owner', 'ownerId')
  })
  return answerOf(request)
}

/** In the browser’s database, so that a reload loses none of them. */
function inDatabase(db: IDBDatabase): KeptChunks {
  const chunks = (mode: IDBTransactionMode): IDBObjectStore => db.transaction(table, mode).objectStore(table)
  return {
    add: async (chunk) => void (await answerOf(chunks('readwrite').add(chunk))),
    // An index gives the rows of one owner in the order of their places.
    first: async (ownerId) =>
      (await answerOf<KeptChunk | undefined>(chunks('readonly').index('owner').get(ownerId))) ?? null,
    remove: (place) => answerOf(chunks('readwrite').delete(place)),
  }
}

/** Of a page that may keep nothing. */
export function inMemory(): KeptChunks {
  let places = 0
  let all: KeptChunk[] = []
  return {
    add: async (chunk) => void all.push({ ...chunk, place: (places += 1) }),
    first: async (ownerId) => all.find((chunk) => chunk.ownerId === ownerId) ?? null,
    remove: async (place) => {
      all = all.filter((chunk) => chunk.place !== place)
    },
  }
}

export async function openKeptChunks(): Promise<KeptChunks> {
  try {
    return inDatabase(await open())
  } catch {
    return inMemory()
  }
}
