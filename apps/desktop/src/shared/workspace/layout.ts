import { create } from 'zustand'

export type Pane = 'tasks' | 'communication' | 'details'

interface Layout {
  /** Below 768 px one pane is shown at a time. */
  pane: Pane
  /** 1024–1279 px: the Context column is a drawer; its state is kept per browser. */
  areDetailsOpen: boolean
  /** 768–1023 px: the task list is a drawer. */
  areTasksOpen: boolean
  showPane: (pane: Pane) => void
  toggleDetails: () => void
  showTasks: (isOpen: boolean) => void
}

const detailsKey = 'care.details'

/** Below these widths the Context column is a drawer, or a pane of its own. */
export const drawerBelow = '(max-width: 1279.95px)'
export const panesBelow = '(max-width: 767.95px)'

/** What of the desk is on the screen where not everything fits. */
export const useLayout = create<Layout>()((set) => ({
  pane: 'tasks',
  areDetailsOpen: localStorage.getItem(detailsKey) === 'open',
  areTasksOpen: false,
  showPane: (pane) => set({ pane }),
  toggleDetails: () =>
    set(({ areDetailsOpen }) => {
      localStorage.setItem(detailsKey, areDetailsOpen ? 'closed' : 'open')
      return { areDetailsOpen: !areDetailsOpen }
    }),
  showTasks: (areTasksOpen) => set({ areTasksOpen }),
}))

/** Brings the Context column into view where it is folded away. */
export function showDetails(): void {
  const { showPane, toggleDetails, areDetailsOpen } = useLayout.getState()
  if (matchMedia(panesBelow).matches) showPane('details')
  else if (matchMedia(drawerBelow).matches && !areDetailsOpen) toggleDetails()
}
