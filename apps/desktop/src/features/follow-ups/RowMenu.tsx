import type { Deal, Todo } from '@care/contract'
import { EllipsisVertical, MessageSquare, Pencil, Trash2, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { MenuButton, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { openFollowUp } from '../../shared/workspace/follow-up-dialog.ts'
import { useDelete } from './api.ts'
import styles from './follow-ups.module.css'

/** Ways out of a list; the app knows the screens. */
export interface Ways {
  onOpenCustomer: (customerId: string) => void
  onOpenRequest: (request: { requestId: string; customerId: string }) => void
}

interface RowMenuProps {
  row: Todo | Deal
  ways?: Ways | undefined
}

/** What can be done with a to-do or a deal, by mouse and keyboard. */
export function RowMenu({ row, ways }: RowMenuProps): ReactNode {
  const t = useT()
  const remove = useDelete()
  const { customer, request } = row
  const choices: MenuChoice[] = [
    {
      key: 'edit',
      label: t('followUps.edit'),
      icon: <Pencil size={14} />,
      onChoose: () => openFollowUp({ kind: 'stage' in row ? 'deal' : 'todo', id: row.id }),
    },
  ]
  if (ways) {
    choices.push({
      key: 'customer',
      label: t('followUps.openCustomer'),
      icon: <UserRound size={14} />,
      onChoose: () => ways.onOpenCustomer(customer.id),
    })
    if (request)
      choices.push({
        key: 'request',
        label: t('followUps.openRequest', { number: String(request.number) }),
        icon: <MessageSquare size={14} />,
        onChoose: () => ways.onOpenRequest({ requestId: request.id, customerId: customer.id }),
      })
  }
  if (row.abilities.edit)
    choices.push({
      key: 'delete',
      label: t('followUps.delete'),
      icon: <Trash2 size={14} />,
      startsGroup: true,
      onChoose: () => remove(row),
    })
  return (
    <MenuButton
      label={t('followUps.actions', { title: row.title })}
      choices={choices}
      opener={(props) => (
        <button type="button" className={styles.icon} {...props}>
          <EllipsisVertical size={16} aria-hidden="true" />
        </button>
      )}
    />
  )
}
