/** For what scrolls by itself and holds no button: the focus stops at it, so that keys scroll it. */
export const scrolledByKeys = { tabIndex: 0 }

/** The same, as a ref, for what scrolls only when its text is long. */
export function stopWhereItScrolls(element: HTMLElement | null): void {
  if (element && element.scrollHeight > element.clientHeight) element.tabIndex = scrolledByKeys.tabIndex
}
