import type { Attachment } from '@care/contract'
import { widgetRoutes } from '@care/contract/wire'
import { createCaller, newKey, offline, parseAnswer, type Caller } from '@care/client'

export type WidgetCaller = Caller<typeof widgetRoutes>

export interface Api {
  call: WidgetCaller['call']
  /** Address of an attachment's bytes; an `<img>` cannot send headers, so the token stands in it. */
  fileUrl: (fileId: string) => string
  upload(file: File, onProgress: (share: number) => void): Upload
}
export interface Upload {
  done: Promise<Attachment>
  cancel: () => void
}

/** Calls of one visitor. The token is read at each call, because a lost one is renewed while the page lives. */
export function createApi(token: () => string, baseUrl = ''): Api {
  const headers = (): Record<string, string> => (token() ? { authorization: `Visitor ${token()}` } : {})
  const caller = createCaller(widgetRoutes, { headers, baseUrl })
  return {
    call: caller.call,
    fileUrl: (fileId) => caller.url('getWidgetFile', { params: { fileId }, query: { token: token() } }),
    upload: (file, onProgress) =>
      upload(
        caller.url('uploadWidgetFile', { query: { name: file.name.slice(-120) || 'file' } }),
        file,
        headers(),
        onProgress,
      ),
  }
}

/** XMLHttpRequest, because `fetch` does not say how far an upload is. */
function upload(url: string, file: File, headers: Record<string, string>, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<Attachment>((resolve, reject) => {
    request.open('POST', url)
    const all = {
      ...headers,
      'content-type': 'application/octet-stream',
      'idempotency-key': newKey(),
      accept: 'application/json',
    }
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value)
    request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = request.onabort = request.ontimeout = () => reject(offline())
    request.onload = () => {
      try {
        resolve(parseAnswer(request.status, request.responseText) as Attachment)
      } catch (error) {
        reject(error)
      }
    }
    request.send(file)
  })
  return { done, cancel: () => request.abort() }
}
