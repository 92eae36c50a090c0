import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { useIsOffline } from '../realtime/connection.ts'
import { showToast } from './toast.tsx'

const ahead = new Set<() => Promise<void>>()

/** Fetches the code of all layers while nothing else goes on, so that they open without a connection too. */
export async function fetchAhead(): Promise<void> {
  // What a layer brings with it joins the set while it is walked through.
  for (const fetchPart of ahead) {
    ahead.delete(fetchPart)
    await fetchPart().catch(() => undefined)
  }
}

/**
 * A layer whose code is fetched ahead, or when it is first opened. When that fails, because the connection is away or the server
 * has a newer desk by now, only the layer closes and says so: the talk below it stays, and the next opening tries again.
 */
export function onDemand<P extends { onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  let loaded: ComponentType<P> | null = null
  const fetchPart = async (): Promise<void> => {
    loaded = await load()
  }
  ahead.add(fetchPart)
  return function OnDemand(props: P): ReactNode {
    const [Part, setPart] = useState(() => loaded)
    const failed = useFailure(props.onClose)
    useEffect(() => {
      let isOpen = true
      if (loaded) return
      fetchPart().then(
        () => isOpen && setPart(() => loaded),
        () => isOpen && failed.current(),
      )
      return () => {
        isOpen = false
      }
    }, [failed])
    return Part && <Part {...props} />
  }
}

/** What the last render would do about a failure; it comes long after the one that began to load. */
function useFailure(onClose: () => void): { readonly current: () => void } {
  const t = useT()
  const isOffline = useIsOffline()
  const failed = useRef(() => {})
  useEffect(() => {
    failed.current = () => {
      showToast(t(isOffline ? 'errors.OFFLINE' : 'common.notLoaded'))
      onClose()
    }
  })
  return failed
}
