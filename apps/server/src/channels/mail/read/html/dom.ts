import { DomUtils, type parseDocument } from 'htmlparser2'

export type Dom = ReturnType<typeof parseDocument>
export type Node = Dom['children'][number]
export type Element = Extract<Node, { attribs: object }>

export const isElement = (node: Node | null | undefined): node is Element =>
  node !== null && node !== undefined && 'attribs' in node
export const attribute = (node: Element, name: string): string => node.attribs[name] ?? ''

/** Every node in the order of the document, without recursion: strangers nest as deep as they like. */
export function* walk(roots: readonly Node[]): Generator<{ node: Node; depth: number }> {
  const waiting = roots.toReversed().map((node) => ({ node, depth: 1 }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next
    const { node, depth } = next
    if (!('children' in node)) continue
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child !== undefined) waiting.push({ node: child, depth: depth + 1 })
    }
  }
}

const blockTags = new Set('p div br hr pre blockquote center h1 h2 h3 h4 h5 h6 ul ol li table tr body'.split(' '))
export const isBlock = (node: Node): boolean => isElement(node) && blockTags.has(node.name)

/** The words of nodes, a line for each block; reading ends after about so many characters. */
export function words(nodes: Iterable<Node>, most = Infinity): string {
  let text = ''
  for (const root of nodes) {
    for (const { node } of walk([root])) {
      if (isBlock(node)) text += '\n'
      if (node.type === 'text') text += node.data.replace(/[\s\u00a0]+/gu, ' ')
      if (text.length > most) break
    }
    if (text.length > most) break
  }
  return text.replace(/ ?\n ?/gu, '\n')
}

/** What follows this node among its siblings, and the same for each of its ancestors: the rest of the document. */
export function* after(start: Node): Generator<Node> {
  for (let node: Node | null = start; node !== null; node = parentOf(node)) {
    for (let next = node.next; next !== null; next = next.next) yield next
  }
}
export function* from(start: Node): Generator<Node> {
  yield start
  yield* after(start)
}
export function parentOf(node: Node): Node | null {
  const parent = node.parent
  return parent !== null && isElement(parent) ? parent : null
}

export const removeAll = (nodes: readonly Node[]): void => {
  for (const node of nodes) DomUtils.removeElement(node)
}
export const htmlOf = (nodes: readonly Node[]): string => nodes.map((node) => DomUtils.getOuterHTML(node)).join('')
