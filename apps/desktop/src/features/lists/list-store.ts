import type { ListLayout, RequestFilter, RequestSort } from '@care/contract'
import { sortsFor } from '@care/domain'
import { create } from 'zustand'

/** What is chosen: rows by id, or everything that the filter finds. */
export interface ListSelection {
  ids: ReadonlySet<string>
  isAllMatching: boolean
}
export const nothing: ListSelection = { ids: new Set(), isAllMatching: false }

interface ListState {
  filter: RequestFilter
  sort: RequestSort
  /** The sort that the filter has no place for, to come back with the next filter that has; null = none is. */
  displacedSort: RequestSort | null
  /** Of the view that is shown; null: those that one has chosen for all lists. */
  columns: ListLayout | null
  selection: ListSelection
  /** Where a range of rows begins. */
  anchor: string | null
  /** The row that Tab reaches, and how far the list is scrolled: coming back is coming back to the same place. */
  focusedId: string | null
  scrollTop: number
  narrow: (filter: RequestFilter) => void
  /** A view: filter, sort and columns at once. */
  show: (view: Pick<ListState, 'filter' | 'sort' | 'columns'>) => void
  setColumns: (columns: ListLayout) => void
  sortBy: (sort: RequestSort) => void
  toggle: (id: string) => void
  /** Chooses all between the anchor and `id`, in the order of the screen. */
  selectTo: (id: string, order: readonly string[]) => void
  selectShown: (ids: readonly string[]) => void
  selectAllMatching: () => void
  clearSelection: () => void
}

const fromTheTop = { selection: nothing, anchor: null, focusedId: null, scrollTop: 0 }

/** The list of requests as it was left. `filter` and `selection` are plain values: what is done to many starts from them. */
export const useList = create<ListState>()((set) => ({
  filter: { state: 'open' },
  sort: { by: 'updated', isDescending: true },
  displacedSort: null,
  columns: null,
  ...fromTheTop,
  narrow: (filter) =>
    set(({ sort, displacedSort }) => {
      const sorts = sortsFor(filter)
      const wanted = displacedSort ?? sort
      if (sorts.includes(wanted.by)) return { filter, sort: wanted, displacedSort: null, ...fromTheTop }
      const [by = sort.by] = sorts
      const offered = sorts.includes(sort.by) ? sort : { by, isDescending: by !== 'due' }
      return { filter, sort: offered, displacedSort: wanted, ...fromTheTop }
    }),
  show: ({ filter, sort, columns }) => set({ filter, sort, displacedSort: null, columns, ...fromTheTop }),
  setColumns: (columns) => set({ columns }),
  sortBy: (sort) => set({ sort, displacedSort: null, ...fromTheTop }),
  toggle: (id) =>
    set(({ selection }) => {
      const ids = new Set(selection.ids)
      if (!ids.delete(id)) ids.add(id)
      return { selection: { ids, isAllMatching: false }, anchor: id }
    }),
  selectTo: (id, order) =>
    set(({ selection, anchor }) => {
      const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)]
      const range = order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
      return { selection: { ids: new Set([...selection.ids, ...range]), isAllMatching: false }, anchor: id }
    }),
  selectShown: (ids) => set({ selection: { ids: new Set(ids), isAllMatching: false }, anchor: null }),
  selectAllMatching: () => set(({ selection }) => ({ selection: { ...selection, isAllMatching: true } })),
  clearSelection: () => set({ selection: nothing, anchor: null }),
}))
