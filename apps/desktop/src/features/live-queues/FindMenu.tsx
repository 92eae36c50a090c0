import { foldText } from '@care/domain'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import Popover from '@mui/material/Popover'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../../shared/i18n/I18nProvider.tsx'
import { menuItems, type MenuButtonProps, type MenuChoice } from '../../shared/ui/MenuButton.tsx'
import { found } from './found.ts'
import styles from './live-queues.module.css'

type FindMenuProps = Pick<MenuButtonProps, 'label' | 'opener' | 'choices' | 'id'> & {
  /** What can be found in it. */
  find: string
}

/** A menu of many with a field above it that narrows it down: Enter in the field takes the first, the arrow leads to all. */
export function FindMenu({ id, label, find, opener, choices }: FindMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = (): void => setAnchor(null)
  return (
    <>
      {opener({
        'aria-label': label,
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== null,
        onClick: (event) => setAnchor(event.currentTarget),
        'data-menu': id,
      })}
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={close}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          slotProps={{ paper: { role: 'dialog', 'aria-label': label, className: styles.findMenu } }}
        >
          <Found {...{ label, find, choices, close }} />
        </Popover>
      )}
    </>
  )
}

interface FoundProps {
  label: string
  find: string
  choices: readonly MenuChoice[]
  close: () => void
}

function Found({ label, find, choices, close }: FoundProps): ReactNode {
  const t = useT()
  const [words, setWords] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const shown = found(choices, foldText(words.trim()))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const first = shown.find(({ isDisabled }) => isDisabled !== true)
    if (event.key === 'ArrowDown')
      list.current?.querySelector<HTMLElement>('[role^=menuitem]:not([aria-disabled])')?.focus()
    // Nothing was asked for yet: a second press of the key that opened it chooses nobody.
    else if (event.key === 'Enter' && words.trim() !== '' && first) {
      close()
      first.onChoose()
    } else return
    event.preventDefault()
  }
  return (
    <>
      <input
        type="search"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just opened it to choose
        autoFocus
        className={styles.find}
        value={words}
        aria-label={find}
        placeholder={find}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <MenuList ref={list} aria-label={label} className={styles.foundList ?? ''}>
        {shown.length === 0 && <MenuItem disabled>{t('liveQueues.findNone')}</MenuItem>}
        {menuItems(shown, close)}
      </MenuList>
    </>
  )
}
