import { create } from 'zustand'
import { useLayout } from './layout.ts'

/** Whether the list of snoozed requests is unfolded; it takes the focus when `wish` changes. */
export const useSnoozedShown = create<{ isOpen: boolean; wish: number }>()(() => ({ isOpen: false, wish: 0 }))

/** Leads to what one has snoozed, wherever it is folded away. */
export function showSnoozed(): void {
  useLayout.setState({ pane: 'tasks', areTasksOpen: true })
  useSnoozedShown.setState(({ wish }) => ({ isOpen: true, wish: wish + 1 }))
}
