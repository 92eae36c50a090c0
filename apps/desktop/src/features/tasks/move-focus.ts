const rowsIn = (root: HTMLElement | null): HTMLElement[] => [
  ...(root?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]

/** Moves the focus to the next (1) or previous (-1) row, from the focused or else the open one. False without rows. */
export function moveRowFocus(root: HTMLElement | null, step: 1 | -1): boolean {
  const rows = rowsIn(root)
  const focused = rows.findIndex((row) => row === document.activeElement)
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const next = focused >= 0 ? focused + step : open >= 0 ? open : step === 1 ? 0 : rows.length - 1
  const row = rows[Math.max(0, Math.min(rows.length - 1, next))]
  row?.focus()
  return row !== undefined
}

/** Id of the row after (1) or before (-1) the open one; null at the ends. */
export function neighbourOf(root: HTMLElement | null, openId: string | null, step: 1 | -1): string | null {
  const ids = rowsIn(root).map((row) => row.dataset.row ?? '')
  const here = openId === null ? -1 : ids.indexOf(openId)
  return ids[here === -1 ? (step === 1 ? 0 : ids.length - 1) : here + step] ?? null
}
