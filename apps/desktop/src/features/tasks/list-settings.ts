import { media, stageCategories, type Medium } from '@care/domain'
import { useMemo } from 'react'
import { create } from 'zustand'
import { useMe } from '../../shared/entities/me.ts'
import { noFilters, type TaskFilters, type When } from './filter.ts'
import type { TaskSort } from './order.ts'

interface ListSettings {
  sort: TaskSort
  filters: TaskFilters
  set: (part: { sort?: TaskSort; filters?: TaskFilters }) => void
}
const sorts: readonly TaskSort[] = ['waiting', 'newest', 'priority', 'name']
const whens: readonly When[] = ['today', 'week', 'older']

/** One for the buttons and the list; by person, because the next one signs in at the same desk. */
const useKept = create<Record<string, string>>()(() => ({}))

/** How this person sees My requests, kept in this browser: it is looked at, not worked with elsewhere. */
export function useListSettings(): ListSettings {
  const key = `care.tasks.${useMe()?.id ?? ''}`
  const text = useKept((kept) => kept[key]) ?? localStorage.getItem(key) ?? ''
  return useMemo(() => {
    const now = read(text)
    const set: ListSettings['set'] = (part) => {
      const next = JSON.stringify({ ...now, ...part })
      useKept.setState({ [key]: next })
      localStorage.setItem(key, next)
    }
    return { ...now, set }
  }, [text, key])
}

/** What a newer or older desk has written is taken as far as it is understood. */
function read(text: string): { sort: TaskSort; filters: TaskFilters } {
  const kept = parsed(text)
  const filters = Object(kept.filters) as Partial<Record<keyof TaskFilters, unknown>>
  const of = <T>(all: readonly T[], value: unknown): T[] =>
    Array.isArray(value) ? all.filter((one) => value.includes(one)) : []
  return {
    sort: sorts.find((one) => one === kept.sort) ?? 'waiting',
    filters: {
      categories: of(stageCategories, filters.categories),
      when: whens.find((one) => one === filters.when) ?? noFilters.when,
      media: of(Object.keys(media) as Medium[], filters.media),
      isUnread: filters.isUnread === true,
      isVip: filters.isVip === true,
    },
  }
}
function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text || '{}')) as Record<string, unknown>
  } catch {
    return {}
  }
}
