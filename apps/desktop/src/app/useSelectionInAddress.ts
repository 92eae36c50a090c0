import { useEffect } from 'react'
import { useLayout } from '../shared/workspace/layout.ts'
import { useSelection } from '../shared/workspace/selection.ts'

const inAddress = (): string | null => /^\/a\/([^/]+)$/.exec(location.pathname)?.[1] ?? null

/** Other screens have addresses of their own; the open task waits below them. */
const isDesk = (): boolean => location.pathname === '/' || location.pathname.startsWith('/r/') || inAddress() !== null

/** The open task stands in the address (`/a/<activityId>`): reload, copy link and the back gesture keep it. */
export function useSelectionInAddress(): void {
  useEffect(() => {
    const follow = (): void => {
      if (!isDesk()) return
      const activityId = inAddress()
      if (activityId !== useSelection.getState().activityId) useSelection.getState().open(activityId)
      // On a phone a link and a reload show the task, and "back" leads to the list.
      useLayout.getState().showPane(activityId === null ? 'tasks' : 'communication')
    }
    follow()
    const stop = useSelection.subscribe(({ activityId }) => {
      if (activityId === inAddress() || (activityId === null && !isDesk())) return
      const address = activityId === null ? '/' : `/a/${encodeURIComponent(activityId)}`
      // From nothing to a task is a step that "back" undoes; from task to task is not.
      if (inAddress() === null && activityId !== null) history.pushState(null, '', address)
      else history.replaceState(null, '', address)
    })
    addEventListener('popstate', follow)
    return () => {
      stop()
      removeEventListener('popstate', follow)
    }
  }, [])
}
