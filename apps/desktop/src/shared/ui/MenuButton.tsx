import Divider from '@mui/material/Divider'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { Check } from 'lucide-react'
import { useState, type ReactElement, type ReactNode } from 'react'
import { useCommands, type PresentCommand } from '../keyboard/commands.ts'
import styles from './menu.module.css'

export interface MenuChoice {
  key: string
  label: ReactNode
  /** What the palette says of it, where the label is no text. */
  text?: string
  icon?: ReactNode
  /** Grey at the end: a key, a count. */
  hint?: ReactNode
  /** For menus that show a value. */
  isChosen?: boolean
  isDisabled?: boolean
  /** A line above it. */
  startsGroup?: boolean
  /** Grey words above it, for the choices that follow. */
  groupTitle?: string
  onChoose: () => void
}

export interface MenuButtonProps {
  /** Name of the button and of the menu. */
  label: string
  /** Draws the opener; it must pass the props on to a button. */
  opener: (props: {
    'aria-label': string
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    onClick: (event: React.MouseEvent<HTMLElement>) => void
    'data-menu': string | undefined
  }) => ReactElement
  choices: readonly MenuChoice[]
  /** By which a shortcut opens it, see openMenu(). */
  id?: string
  emptyText?: string
  /** Its choices are in the palette too, under its label. */
  isCommand?: boolean
}

/** Opens the menu with this id as a click on its button would. */
export function openMenu(id: string): boolean {
  const button = document.querySelector<HTMLElement>(`[data-menu="${id}"]`)
  if (!button || button.hasAttribute('disabled')) return false
  button.click()
  return true
}

const none = [] as const

/** What can be chosen now and is not chosen already. */
const commandsOf = (menu: string, choices: readonly MenuChoice[]): PresentCommand[] =>
  choices.flatMap(({ key, label, text, groupTitle, isChosen, isDisabled, onChoose }, i) => {
    const words = text ?? (typeof label === 'string' ? label : null)
    if (words === null || isChosen === true || isDisabled === true) return []
    const title = groupTitle ?? choices.slice(0, i + 1).findLast((before) => before.startsGroup)?.groupTitle
    return [{ id: `${menu.split(':')[0]} ${key}`, group: title ?? menu, label: words, run: onChoose }]
  })

/** A button with a menu below it; choosing closes the menu and gives the focus back. */
export function MenuButton({ label, opener, choices, id, emptyText, isCommand = false }: MenuButtonProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const isOpen = anchor !== null
  const close = (): void => setAnchor(null)
  useCommands(() => (isCommand ? commandsOf(label, choices) : none))
  return (
    <>
      {opener({
        'aria-label': label,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        onClick: (event) => setAnchor(event.currentTarget),
        'data-menu': id,
      })}
      {isOpen && (
        <Menu anchorEl={anchor} open onClose={close} slotProps={{ list: { 'aria-label': label } }}>
          {choices.length === 0 && <MenuItem disabled>{emptyText}</MenuItem>}
          {menuItems(choices, close)}
        </Menu>
      )}
    </>
  )
}

/** The choices as items of a menu; an array, because a menu knows no fragments. */
export const menuItems = (choices: readonly MenuChoice[], close: () => void): ReactNode[] =>
  choices.map((choice) => [
    choice.startsGroup && <Divider key={`${choice.key}-line`} />,
    choice.groupTitle !== undefined && (
      <li key={`${choice.key}-title`} role="presentation" className={styles.menuTitle}>
        {choice.groupTitle}
      </li>
    ),
    <MenuItem
      key={choice.key}
      role={choice.isChosen === undefined ? 'menuitem' : 'menuitemradio'}
      {...(choice.isChosen === undefined ? {} : { 'aria-checked': choice.isChosen })}
      selected={choice.isChosen ?? false}
      disabled={choice.isDisabled ?? false}
      onClick={() => {
        close()
        choice.onChoose()
      }}
      sx={{ gap: '9px', minWidth: 180 }}
    >
      {choice.icon}
      <span style={{ flex: 1 }}>{choice.label}</span>
      {choice.hint}
      {choice.isChosen && <Check size={14} aria-hidden="true" />}
    </MenuItem>,
  ])
