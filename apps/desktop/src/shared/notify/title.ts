const icon = (dot: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'><rect width='32' height='32' rx='9' fill='#4752D9'/><path d='M21.6 12.1a6.7 6.7 0 1 0 0 7.8' fill='none' stroke='#fff' stroke-width='2.8' stroke-linecap='round'/><circle cx='22.3' cy='16' r='1.9' fill='#fff'/>${dot}</svg>`)}`
const plain = icon('')
const dotted = icon(`<circle cx='25' cy='7' r='6' fill='#D6362E' stroke='#fff' stroke-width='2'/>`)

export interface TabTitle {
  /** Name of who is offered, flashing; null when nothing is. */
  offer: string | null
  plainTitle: string
}

let tab: TabTitle = { offer: null, plainTitle: '' }
/** What a screen marks the tab with, instead of the plain title. */
let mark: string | null = null
let timer: ReturnType<typeof setInterval> | undefined

const plainNow = (): string => mark ?? tab.plainTitle

function draw(): void {
  const { offer } = tab
  clearInterval(timer)
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (link) link.href = offer === null ? plain : dotted
  document.title = offer ?? plainNow()
  if (offer === null) return
  timer = setInterval(() => {
    document.title = document.title === offer ? plainNow() : offer
  }, 1000)
}

/** Shows the title, with the offer in turn each second, and a dot on the icon. Returns the way to end it. */
export function showTitle(title: TabTitle): () => void {
  tab = title
  draw()
  return () => {
    tab = { ...title, offer: null }
    draw()
  }
}

/** A screen has something to say in the tab; an offer is still told. Returns the way to end it. */
export function markTitle(text: string): () => void {
  mark = text
  draw()
  return () => {
    mark = null
    draw()
  }
}
