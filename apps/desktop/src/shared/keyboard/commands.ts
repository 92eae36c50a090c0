import { useEffect, useRef } from 'react'

/** Something that can be done now and has a control on the screen; the palette offers it too. */
export interface PresentCommand {
  id: string
  /** Grey beside it: the menu in which it stands. */
  group: string
  label: string
  run: () => void
}
type Source = () => readonly PresentCommand[]
const sources: { current: Source }[] = []

/** Offers what a mounted control does to the palette as well; asked only while the palette is open. */
export function useCommands(source: Source): void {
  const entry = useRef(source)
  useEffect(() => {
    entry.current = source
  })
  useEffect(() => {
    sources.push(entry)
    return () => void sources.splice(sources.indexOf(entry), 1)
  }, [])
}

/** What the mounted controls offer just now. */
export const presentCommands = (): PresentCommand[] => sources.flatMap(({ current }) => current())
