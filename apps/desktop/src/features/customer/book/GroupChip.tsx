import Popover from '@mui/material/Popover'
import { Check, UsersRound } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { limits } from '@care/domain'
import { useT } from '../../../shared/i18n/I18nProvider.tsx'
import { useGroups } from '../more/api.ts'
import styles from './book.module.css'

interface GroupChipProps {
  /** Null: customers of any group and of none. */
  group: string | null
  onGroup: (group: string | null) => void
}

/** Narrows the address book to one group; the groups are found by how they begin. */
export function GroupChip({ group, onGroup }: GroupChipProps): ReactNode {
  const t = useT()
  const chip = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const choose = (next: string | null): void => {
    setIsOpen(false)
    onGroup(next)
  }
  return (
    <>
      <button
        ref={chip}
        type="button"
        className={styles.chip}
        aria-pressed={group !== null}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <UsersRound size={12} aria-hidden="true" />
        <span className="ell" dir="auto">
          {group === null ? t('addressBook.group') : t('addressBook.groupIs', { group })}
        </span>
      </button>
      <Popover
        open={isOpen}
        anchorEl={() => chip.current}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        onClose={() => setIsOpen(false)}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('addressBook.group'), className: styles.groups ?? '' } }}
      >
        <GroupChoice group={group} onGroup={choose} />
      </Popover>
    </>
  )
}

function GroupChoice({ group, onGroup }: GroupChipProps): ReactNode {
  const t = useT()
  const [typed, setTyped] = useState('')
  const { data, isError } = useGroups(typed)
  const line = (name: string | null, label: string): ReactNode => (
    <li key={name ?? ''}>
      <button type="button" className={styles.group} aria-pressed={group === name} onClick={() => onGroup(name)}>
        <span className="ell" dir="auto">
          {label}
        </span>
        {group === name && <Check size={14} aria-hidden="true" />}
      </button>
    </li>
  )
  return (
    <>
      <input
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popup was opened to type here
        autoFocus
        type="search"
        className={styles.findGroup}
        value={typed}
        dir="auto"
        maxLength={limits.tag}
        aria-label={t('addressBook.findGroup')}
        placeholder={t('addressBook.findGroup')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          const [first] = data ?? []
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          // Otherwise the same key would press the chip, which has the focus next.
          event.preventDefault()
          if (typed !== '' && first) onGroup(first)
        }}
      />
      <ul className={styles.groupList}>
        {line(null, t('addressBook.anyGroup'))}
        {(data ?? []).map((name) => line(name, name))}
      </ul>
      {data?.length === 0 && <output className={styles.noGroup}>{t('addressBook.noGroup')}</output>}
      {isError && <output className={styles.noGroup}>{t('settings.didNotLoad')}</output>}
    </>
  )
}
