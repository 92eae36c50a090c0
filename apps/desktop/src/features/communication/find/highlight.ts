import { findWords } from '@care/domain'

const name = 'found'

/**
 * Marks the words in what is drawn of the thread. The browser paints the marks over the text (CSS Custom Highlight): the
 * rows themselves know nothing of a search, and a browser without that goes to the hits all the same.
 */
export function highlight(root: HTMLElement, words: readonly string[]): void {
  if (!('highlights' in CSS)) return
  const ranges: Range[] = []
  for (const said of root.querySelectorAll('[data-said]')) {
    const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const [from, to] of findWords(node.textContent ?? '', words)) {
        const range = new Range()
        range.setStart(node, from)
        range.setEnd(node, to)
        ranges.push(range)
      }
  }
  CSS.highlights.set(name, new Highlight(...ranges))
}

export function unhighlight(): void {
  if ('highlights' in CSS) CSS.highlights.delete(name)
}
