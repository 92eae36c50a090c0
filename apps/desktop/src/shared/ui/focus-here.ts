/** `ref={focusHere}`: the person has just asked for this field, so it takes the focus when it appears. */
export const focusHere = (element: HTMLElement | null): void => element?.focus()
