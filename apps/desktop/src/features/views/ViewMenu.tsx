import type { ListLayout, RequestFilter, RequestSort, SavedView } from '@care/contract'
import { Bookmark } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../shared/entities/me.ts'
import { errorText } from '../../shared/error-text.ts'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { showToast } from '../../shared/ui/toast.tsx'
import type { useViewChanges } from './api.ts'
import { ViewDialog } from './ViewDialog.tsx'
import styles from './views.module.css'

interface ViewMenuProps {
  shown: SavedView | null
  isChanged: boolean
  views: readonly SavedView[]
  defaultViewId: string | null
  now: { filter: RequestFilter; sort: RequestSort; columns: ListLayout }
  changes: ReturnType<typeof useViewChanges>
  onShow: (view: SavedView | null) => void
}

/** Save, change, share, arrange and delete views. */
export function ViewMenu(props: ViewMenuProps): ReactNode {
  const t = useT()
  const [dialog, setDialog] = useState<'new' | 'rename' | null>(null)
  const choices = useChoices(props, setDialog)
  const { shown, now, changes, onShow } = props
  return (
    <>
      <MenuButton
        label={t('views.menu')}
        choices={choices}
        opener={(opener) => (
          <button type="button" className={styles.menu} {...opener}>
            <Bookmark size={14} aria-hidden="true" />
            {t('views.menu')}
          </button>
        )}
      />
      {dialog !== null && (
        <ViewDialog
          view={dialog === 'rename' ? shown : null}
          now={now}
          changes={changes}
          onClose={() => setDialog(null)}
          onSaved={(view) => {
            setDialog(null)
            onShow(view)
          }}
        />
      )}
    </>
  )
}

function useChoices(
  { shown, isChanged, views, defaultViewId, now, changes, onShow }: ViewMenuProps,
  openDialog: (dialog: 'new' | 'rename') => void,
): MenuChoice[] {
  const t = useT()
  const mayShare = useCan('views.share')
  const save: MenuChoice = { key: 'save', label: t('views.save'), onChoose: () => openDialog('new') }
  if (shown === null) return [save]
  const order = views.map(({ id }) => id)
  const at = order.indexOf(shown.id)
  const moved = (to: number): void => {
    const others = order.filter((id) => id !== shown.id)
    others.splice(to, 0, shown.id)
    changes.arrange.mutate({ order: others, defaultViewId })
  }
  const remove = (): void =>
    changes.remove.mutate(shown, {
      onSuccess: () => {
        onShow(null)
        showToast(t('views.deleted', { name: shown.name }), {
          undo: () => changes.restore.mutate(shown, { onSuccess: onShow }),
        })
      },
    })
  const duplicate = (): void => {
    const { filter, sort, columns } = shown
    const name = t('views.copyOf', { name: shown.name }).slice(0, 60)
    changes.add.mutate(
      { name, filter, sort, columns, isShared: false },
      { onSuccess: onShow, onError: (error) => showToast(errorText(t, error)) },
    )
  }
  const { edit, takeOver } = shown.abilities
  const update = { filter: now.filter, sort: now.sort, ...(shown.columns === null ? {} : { columns: now.columns }) }
  const isFirst = shown.id === defaultViewId
  return [
    save,
    {
      key: 'update',
      label: t('views.update', { name: shown.name }),
      isDisabled: !edit || !isChanged,
      onChoose: () =>
        changes.edit.mutate(
          { view: shown, patch: update },
          { onSuccess: (view) => showToast(t('views.saved', { name: view.name })) },
        ),
    },
    { key: 'rename', label: t('views.rename'), isDisabled: !edit, onChoose: () => openDialog('rename') },
    { key: 'duplicate', label: t('views.duplicate'), onChoose: duplicate },
    ...(mayShare
      ? [
          {
            key: 'share',
            label: t(shown.isShared ? 'views.unshare' : 'views.share'),
            isDisabled: !edit,
            onChoose: () => changes.edit.mutate({ view: shown, patch: { isShared: !shown.isShared } }),
          },
        ]
      : []),
    ...(takeOver ? [{ key: 'take', label: t('views.takeOver'), onChoose: () => changes.takeOver.mutate(shown) }] : []),
    {
      key: 'first',
      label: t('views.first'),
      isChosen: isFirst,
      startsGroup: true,
      onChoose: () => changes.arrange.mutate({ order, defaultViewId: isFirst ? null : shown.id }),
    },
    { key: 'copy', label: t('views.copy'), onChoose: () => copyAddress(shown.id, t('views.copied')) },
    { key: 'left', label: t('views.left'), isDisabled: at <= 0, onChoose: () => moved(at - 1) },
    { key: 'right', label: t('views.right'), isDisabled: at >= order.length - 1, onChoose: () => moved(at + 1) },
    { key: 'delete', label: t('views.delete'), isDisabled: !edit, startsGroup: true, onChoose: remove },
  ]
}

/** The address under which a colleague finds a shared view. */
function copyAddress(viewId: string, copied: string): void {
  const address = `${window.location.origin}/requests?view=${encodeURIComponent(viewId)}`
  // Where the browser does not let it, the address is shown to be copied by hand.
  navigator.clipboard.writeText(address).then(
    () => showToast(copied),
    () => showToast(address),
  )
}
