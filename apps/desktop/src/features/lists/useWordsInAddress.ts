import { limits } from '@care/domain'
import { useEffect } from 'react'
import { useList } from './list-store.ts'
import { withWords } from './fields.ts'

const inAddress = (): string =>
  new URLSearchParams(location.search).get('q')?.trim().slice(0, limits.search).toWellFormed() ?? ''

/** The words that are looked for stand in the address (`?q=`): reload and a copied link keep them. */
export function useWordsInAddress(): void {
  const { words = '' } = useList((list) => list.filter)
  // What the address says comes first, once; then it follows.
  useEffect(() => {
    const { filter, narrow } = useList.getState()
    const given = inAddress()
    if (given !== '' && given !== filter.words) narrow(withWords(filter, given))
    const follow = (): void => {
      const now = useList.getState()
      if (location.pathname === '/requests' && inAddress() !== (now.filter.words ?? ''))
        now.narrow(withWords(now.filter, inAddress()))
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  useEffect(() => {
    // The first drawing still knows nothing of the address.
    const { words: latest = '' } = useList.getState().filter
    if (latest === inAddress()) return
    const address = new URL(location.href)
    if (latest === '') address.searchParams.delete('q')
    else address.searchParams.set('q', latest)
    history.replaceState(history.state, '', address)
  }, [words])
}
