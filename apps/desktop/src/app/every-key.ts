import type { KeyGroup } from '../shared/keyboard/keys.ts'

const files = import.meta.glob<Record<string, KeyGroup>>(['../**/*-keys.ts', '!../**/*-by-keys.ts'], { eager: true })

/** Every key that is declared, wherever its screen is, in the order of the help. */
export const allKeys: readonly KeyGroup[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .toSorted((a, b) => a.place - b.place)
