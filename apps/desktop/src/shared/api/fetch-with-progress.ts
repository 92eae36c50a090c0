/**
 * A `fetch` that tells how much of the body is on its way, from 0 to 100: fetch itself cannot. Only what an upload needs;
 * no answer is a rejection, as with fetch.
 */
export function fetchWithProgress(
  input: string,
  init: RequestInit,
  tell: (percent: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const { signal } = init
    const abort = (): void => request.abort()
    request.open(init.method ?? 'GET', input)
    new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) tell(Math.floor((loaded / total) * 100))
    })
    request.addEventListener('load', () => resolve(new Response(request.responseText, { status: request.status })))
    request.addEventListener('error', () => reject(new TypeError('no answer')))
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort))
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) reject(new DOMException('aborted', 'AbortError'))
    else request.send(init.body as XMLHttpRequestBodyInit)
  })
}
