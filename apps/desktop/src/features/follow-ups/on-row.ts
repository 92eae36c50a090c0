import type { MouseEvent } from 'react'

/** A click on the row itself: not on what stands in it, nor in a menu of it, which is its child wherever it is drawn. */
export const onRow =
  (open: () => void) =>
  (event: MouseEvent<HTMLElement>): void => {
    const { target, currentTarget } = event
    if (target instanceof Element && currentTarget.contains(target) && !target.closest('button, input')) open()
  }
