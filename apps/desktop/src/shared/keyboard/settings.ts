import type { SingleKeys } from '@care/domain'
import { create } from 'zustand'

export type { SingleKeys }

/** How letters alone act: as they are, only with Alt held, or not at all (WCAG 2.1.4); as the person's settings say. */
export const useSingleKeys = create<{ mode: SingleKeys }>()(() => ({ mode: 'on' }))
