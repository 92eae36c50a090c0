import { hasScreenWords, loadScreenWords, type DesktopT } from '@care/i18n/desktop'
import { Fragment, useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react'
import { useT } from '../i18n/I18nProvider.tsx'
import { useIsOffline } from '../realtime/connection.ts'
import { ErrorState, SkeletonLines } from './states.tsx'
import { showToast } from './toast.tsx'

const ahead = new Set<() => Promise<void>>()

/** Fetches words and code of all layers while nothing else goes on, so that they open without a connection too. */
export async function fetchAhead(t: DesktopT): Promise<void> {
  await loadScreenWords(t).catch(() => undefined)
  // What a layer brings with it joins the set while it is walked through.
  for (const fetchPart of ahead) {
    ahead.delete(fetchPart)
    await fetchPart().catch(() => undefined)
  }
}

/** Code that is fetched ahead or when it is first shown, with the words of screens. */
export function onceFetched<P>(load: () => Promise<ComponentType<P>>): {
  /** What can be shown at once; null until code and words are there. */
  ready: (t: DesktopT) => ComponentType<P> | null
  fetchFor: (t: DesktopT) => Promise<ComponentType<P>>
} {
  let loaded: ComponentType<P> | null = null
  const fetchPart = async (): Promise<ComponentType<P>> => (loaded ??= await load())
  ahead.add(async () => void (await fetchPart()))
  return {
    ready: (t) => (hasScreenWords(t) ? loaded : null),
    fetchFor: async (t) => (await Promise.all([fetchPart(), loadScreenWords(t)]))[0],
  }
}

/**
 * A layer whose code is fetched ahead, or when it is first opened. When that fails, because the connection is away or the server
 * has a newer desk by now, only the layer closes and says so: the talk below it stays, and the next opening tries again.
 */
export function onDemand<P extends { onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => ReactNode {
  const part = onceFetched(load)
  return function OnDemand(props: P): ReactNode {
    const t = useT()
    const [Part, setPart] = useState(() => part.ready(t))
    const failed = useFailure(props.onClose)
    useEffect(() => {
      let isOpen = true
      if (part.ready(t)) return
      part.fetchFor(t).then(
        (fetched) => isOpen && setPart(() => fetched),
        () => isOpen && failed.current(),
      )
      return () => {
        isOpen = false
      }
    }, [failed, t])
    return Part && <Part {...props} />
  }
}

/**
 * The same for a region that stands beside others: grey lines in its frame until it is there, and when it cannot be fetched,
 * the region says so and offers to try again.
 */
export function regionOnDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
  Frame: ComponentType<{ children: ReactNode }> = Fragment,
): (props: P) => ReactNode {
  const part = onceFetched(load)
  return function RegionOnDemand(props: P): ReactNode {
    const t = useT()
    const [Part, setPart] = useState(() => part.ready(t))
    const [tries, setTries] = useState(0)
    const [hasFailed, setHasFailed] = useState(false)
    useEffect(() => {
      let isOpen = true
      if (part.ready(t)) return
      part.fetchFor(t).then(
        (fetched) => isOpen && setPart(() => fetched),
        () => isOpen && setHasFailed(true),
      )
      return () => {
        isOpen = false
      }
    }, [t, tries])
    const tryAgain = (): void => {
      setHasFailed(false)
      setTries(tries + 1)
    }
    if (Part) return <Part {...props} />
    return (
      <Frame>
        {hasFailed ? <ErrorState compact title={t('common.notLoaded')} onRetry={tryAgain} /> : <SkeletonLines />}
      </Frame>
    )
  }
}

/**
 * Code that belongs into what is shown: undefined until it is there, so that both come together and nothing grows under the
 * eyes. Null when it cannot be fetched: the rest is shown without it. `of` is what is shown: nothing is fetched while that is
 * null, and another one tries again.
 */
export function usePart<P>(
  part: ReturnType<typeof onceFetched<P>>,
  of: string | null,
): ComponentType<P> | null | undefined {
  const t = useT()
  const [Part, setPart] = useState<ComponentType<P> | null>()
  const failed = useFailure(nothing)
  useEffect(() => {
    let isOpen = true
    if (of === null || part.ready(t)) return
    part.fetchFor(t).then(
      (fetched) => isOpen && setPart(() => fetched),
      () => {
        if (!isOpen) return
        setPart(null)
        failed.current()
      },
    )
    return () => {
      isOpen = false
    }
  }, [failed, part, t, of])
  // Perhaps fetched meanwhile for another place.
  return part.ready(t) ?? Part
}
const nothing = (): void => undefined

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
