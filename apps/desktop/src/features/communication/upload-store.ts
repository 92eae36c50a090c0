import type { Attachment } from '@care/contract'
import { limits } from '@care/domain'
import { create } from 'zustand'
import { upload } from '../../shared/api/client.ts'
import { getDraft, setDraft } from '../../shared/drafts/drafts.ts'
import { seenOf } from './seen.ts'
import { addToOutbox } from './outbox/outbox.ts'

export interface Upload {
  key: string
  name: string
  size: number
  percent: number
  /** Words of what went wrong; null while it is on its way. */
  error: string | null
}
/** A reply that is sent as soon as its uploads are done. */
export interface Reply {
  requestId: string
  thenWait: boolean
}
interface OfActivity {
  /** On their way or failed. */
  uploads: readonly Upload[]
  held: Reply | null
  /** An upload failed while a reply was held; the reply is back in the composer. */
  hasFailed: boolean
}

export const nothingUploaded: OfActivity = { uploads: [], held: null, hasFailed: false }

/** Lives outside the composer: uploads go on, and a held reply is sent, while another task is open. */
export const useUploadStore = create<Readonly<Record<string, OfActivity>>>()(() => ({}))

const aborts = new Map<string, AbortController>()
const of = (activityId: string): OfActivity => useUploadStore.getState()[activityId] ?? nothingUploaded
const patch = (activityId: string, change: Partial<OfActivity>): void =>
  useUploadStore.setState({ [activityId]: { ...of(activityId), ...change } })
const patchUpload = (activityId: string, key: string, change: Partial<Upload>): void =>
  patch(activityId, { uploads: of(activityId).uploads.map((one) => (one.key === key ? { ...one, ...change } : one)) })
const forget = (activityId: string, key: string): void => {
  aborts.delete(key)
  patch(activityId, { uploads: of(activityId).uploads.filter((one) => one.key !== key) })
}

export const isUploading = (activityId: string): boolean => of(activityId).uploads.some(({ error }) => error === null)

/** What the draft holds; one that cannot be read costs its attachments, never the talk. */
export function attachmentsOf(stored: string | undefined): readonly Attachment[] {
  if (!stored) return []
  try {
    return JSON.parse(stored) as Attachment[]
  } catch {
    return []
  }
}

/** Changes the uploaded attachments of a draft. */
export function storeFiles(activityId: string, change: (old: readonly Attachment[]) => readonly Attachment[]): void {
  const next = change(attachmentsOf(getDraft(activityId, 'files')))
  setDraft(activityId, 'files', next.length === 0 ? '' : JSON.stringify(next))
}

let lastKey = 0
/** The upload that brought an attachment: the smaller file is there first, and they stand as they were chosen. */
const places = new Map<string, number>()
const placeOf = ({ id }: Attachment): number => places.get(id) ?? 0

/** How attachments come to be on the server: `tell` says how far it is, from 0 to 100. */
type Bring = (signal: AbortSignal, tell: (percent: number) => void) => Promise<readonly Attachment[]>

/** Uploads a file, or only shows why it is refused. `explain` words a failure. */
export function startUpload(
  activityId: string,
  file: File,
  refusal: string | null,
  explain: (error: unknown) => string,
): void {
  const query = { name: file.name.slice(-limits.fileName) || 'file', activityId }
  bring(activityId, file, refusal, explain, async (signal, tell) => [
    await upload('uploadFile', { query, file, signal }, tell),
  ])
}

/** The same for what the server has and copies for this message, shown as one upload. */
export function bring(
  activityId: string,
  { name, size }: { name: string; size: number },
  refusal: string | null,
  explain: (error: unknown) => string,
  work: Bring,
): void {
  lastKey += 1
  const key = String(lastKey)
  const shown = { key, name, size, percent: 0, error: refusal }
  patch(activityId, { uploads: [...of(activityId).uploads, shown] })
  if (refusal === null) void run(activityId, key, work, explain)
}

async function run(activityId: string, key: string, work: Bring, explain: (error: unknown) => string): Promise<void> {
  const abort = new AbortController()
  aborts.set(key, abort)
  try {
    const attachments = await work(abort.signal, (percent) => {
      const shown = of(activityId).uploads.find((one) => one.key === key)
      if (shown && shown.percent !== percent) patchUpload(activityId, key, { percent })
    })
    if (abort.signal.aborted) return
    for (const { id } of attachments) places.set(id, Number(key))
    storeFiles(activityId, (old) => [...old, ...attachments].toSorted((a, b) => placeOf(a) - placeOf(b)))
    forget(activityId, key)
    sendIfReady(activityId)
  } catch (error) {
    if (abort.signal.aborted) return
    patchUpload(activityId, key, { error: explain(error) })
    if (of(activityId).held) patch(activityId, { held: null, hasFailed: true })
  }
}

/** Takes away one that is on its way or failed. What was to be sent with it is not sent without a further word. */
export function dismissUpload(activityId: string, key: string): void {
  aborts.get(key)?.abort()
  forget(activityId, key)
  patch(activityId, { held: null, hasFailed: false })
}

/** Sends what stands in the reply's draft, now or once its uploads are done; true when it went out at once. */
export function sendReply(activityId: string, reply: Reply): boolean {
  patch(activityId, { held: reply, hasFailed: false })
  return sendIfReady(activityId)
}

export const callOff = (activityId: string): void => patch(activityId, { held: null })

function sendIfReady(activityId: string): boolean {
  const { held } = of(activityId)
  if (!held || isUploading(activityId)) return false
  addToOutbox({
    kind: 'message',
    activityId,
    ...held,
    text: getDraft(activityId, 'reply'),
    attachments: [...attachmentsOf(getDraft(activityId, 'files'))],
    seenSeq: seenOf(activityId),
  })
  setDraft(activityId, 'reply', '')
  setDraft(activityId, 'files', '')
  setDraft(activityId, 'seen', '')
  patch(activityId, { held: null })
  return true
}
