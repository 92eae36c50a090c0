/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events -- no native list shows rich options below a text field that keeps the focus and handles the keys */
import type { ReactNode } from 'react'

interface SuggestionListProps {
  id: string
  label: string
  className: string | undefined
  items: readonly { key: string; content: ReactNode }[]
  /** Index of the active option, -1 for none. */
  active: number
  onTake: (index: number) => void
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** The list below a combobox. The field keeps the focus, names the active option and handles the keys. */
export function SuggestionList({ id, label, className, items, active, onTake }: SuggestionListProps): ReactNode {
  return (
    // mousedown must not take the focus from the field.
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={className}
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map(({ key, content }, index) => (
        <div
          key={key}
          id={optionId(id, index)}
          role="option"
          aria-selected={index === active}
          onClick={() => onTake(index)}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
