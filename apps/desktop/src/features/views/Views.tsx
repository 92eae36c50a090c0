import type { ListLayout, RequestFilter, RequestSort, SavedView } from '@care/contract'
import { useEffect, type ReactNode } from 'react'
import { useSearch } from 'wouter'
import { useFormat } from '../../shared/i18n/useFormat.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { LinkButton } from '../../shared/ui/Section.tsx'
import { useViewChanges, useViewCounts, useViews } from './api.ts'
import { useShownView } from './view-store.ts'
import { ViewMenu } from './ViewMenu.tsx'
import { ViewNotes } from './ViewNotes.tsx'
import styles from './views.module.css'

export interface ViewsProps {
  filter: RequestFilter
  sort: RequestSort
  columns: ListLayout
  isWanted: boolean
  onShow: (view: { filter: RequestFilter; sort: RequestSort; columns: ListLayout | null }) => void
}
const allOpen: RequestFilter = { state: 'open' }
/** What everybody has without making it. */
const builtIn = [
  { word: 'views.allOpen', filter: allOpen },
  { word: 'views.unassigned', filter: { state: 'open', assigneeId: ['nobody'] } },
  { word: 'views.vip', filter: { state: 'open', isVip: true } },
  { word: 'views.closed', filter: { state: 'closed' } },
] as const satisfies readonly { word: string; filter: RequestFilter }[]
const usualSort: RequestSort = { by: 'updated', isDescending: true }
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
/** Keys in one order, so that two filters that say the same are the same. */
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, one]) => one !== undefined)
          .toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
    : value

/** The views as tabs above the list, each with its count, and what can be done with the one that is shown (row R1). */
export function Views({ filter, sort, columns, isWanted, onShow }: ViewsProps): ReactNode {
  const t = useT()
  const format = useFormat()
  const { data, isError, refetch } = useViews()
  const views = data?.items ?? []
  const { viewId } = useShownView()
  const changes = useViewChanges()
  const shown = views.find(({ id }) => id === viewId) ?? null
  const counts = useViewCounts(
    [...builtIn, ...views].map((view) => view.filter),
    isWanted,
  )
  const show = (view: SavedView | null, filter: RequestFilter = allOpen): void => {
    useShownView.setState({ viewId: view?.id ?? null, isChosen: true })
    onShow(view ?? { filter, sort: usualSort, columns: null })
  }
  const isMissing = useFirstView(data, show)
  const isChanged = shown !== null && !(same(filter, shown.filter) && same(sort, shown.sort))
  const countOf = (of: RequestFilter): ReactNode => {
    const count = counts(of)
    return count && <span className={styles.count}>{`${format.number(count.count)}${count.isMore ? '+' : ''}`}</span>
  }
  return (
    <>
      <nav className={styles.views} aria-label={t('views.region')}>
        <div className={styles.tabs}>
          {builtIn.map((view) => (
            <button
              key={view.word}
              type="button"
              className={styles.tab}
              aria-current={shown === null && same(filter, view.filter) ? 'true' : undefined}
              onClick={() => show(null, view.filter)}
            >
              {t(view.word)} {countOf(view.filter)}
            </button>
          ))}
          {views.map((view) => (
            <button
              key={view.id}
              type="button"
              className={styles.tab}
              aria-current={view.id === shown?.id ? 'true' : undefined}
              title={view.isShared ? `${view.name} (${t('views.shared')})` : view.name}
              onClick={() => show(view)}
            >
              <span className="ell" dir="auto">
                {view.name}
              </span>
              {view.id === shown?.id && isChanged && (
                <span className={styles.changed}>
                  <span aria-hidden="true">•</span>
                  <span className="sr">{t('views.changed')}</span>
                </span>
              )}
              {countOf(view.filter)}
            </button>
          ))}
          {isError && (
            <span className={styles.failed}>
              {t('views.didNotLoad')} <LinkButton onClick={() => void refetch()}>{t('common.tryAgain')}</LinkButton>
            </span>
          )}
        </div>
        {data && (
          <ViewMenu
            shown={shown}
            isChanged={isChanged}
            views={views}
            defaultViewId={data.defaultViewId}
            now={{ filter, sort, columns }}
            changes={changes}
            onShow={show}
          />
        )}
      </nav>
      <ViewNotes shown={shown} isMissing={isMissing} changes={changes} />
    </>
  )
}

/** Opens the view of the address, or the one that opens first; true when that of the address is not there. */
function useFirstView(data: ReturnType<typeof useViews>['data'], show: (view: SavedView | null) => void): boolean {
  const wanted = new URLSearchParams(useSearch()).get('view')
  const { opened, isMissing } = useShownView()
  useEffect(() => {
    if (!data) return
    if (wanted !== null && wanted !== opened) {
      const view = data.items.find(({ id }) => id === wanted) ?? null
      useShownView.setState({ opened: wanted, isMissing: view === null })
      show(view)
    } else if (!useShownView.getState().isChosen) {
      const first = data.items.find(({ id }) => id === data.defaultViewId)
      if (first) show(first)
      else useShownView.setState({ isChosen: true })
    }
  }, [data, wanted, opened, show])
  return isMissing
}
