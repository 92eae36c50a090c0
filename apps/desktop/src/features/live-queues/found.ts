import { foldText } from '@care/domain'
import type { MenuChoice } from '../../shared/ui/MenuButton.tsx'

const textOf = ({ label, text }: MenuChoice): string => text ?? (typeof label === 'string' ? label : '')

/** The choices that have the folded words in their names; what is left of a group stands below its title. */
export function found(choices: readonly MenuChoice[], words: string): MenuChoice[] {
  if (words === '') return [...choices]
  let title: string | undefined
  let last: string | undefined
  const hits: MenuChoice[] = []
  for (const { groupTitle, startsGroup: _, ...choice } of choices) {
    title = groupTitle ?? title
    if (!foldText(textOf(choice)).includes(words)) continue
    hits.push(
      title === undefined || title === last ? choice : { ...choice, groupTitle: title, startsGroup: hits.length > 0 },
    )
    last = title
  }
  return hits
}
