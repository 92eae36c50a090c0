import type { Wish } from '../protocol.ts'

const known: readonly unknown[] = ['chat', 'call', 'callback'] satisfies Wish[]

/** Tells when something of the page is pressed that opens the widget: any element with `data-care-open`. */
export function onWish(tell: (wish: Wish) => void): void {
  addEventListener('click', ({ target }) => {
    const wish = (target as Element).closest<HTMLElement>('[data-care-open]')?.dataset.careOpen
    if (known.includes(wish)) tell(wish as Wish)
  })
}
