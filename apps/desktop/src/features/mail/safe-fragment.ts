import createPurifier from 'dompurify'

const purifier = createPurifier(window)
/** Pictures that are uploaded already; any other would be fetched from elsewhere, or never reach the receiver. */
const ownPicture = /^\/api\/files\/[\w-]{1,64}$/u
const link = /^(?:https?:\/\/[^\s]|mailto:|tel:)/iu
export const isSafeLink = (url: string): boolean => link.test(url)

purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'IMG' && !ownPicture.test(node.getAttribute('src') ?? '')) node.remove()
  if (node.tagName === 'A' && !link.test(node.getAttribute('href') ?? '')) node.removeAttribute('href')
})

/** What of HTML may stand in a letter: the marks that its writer can set himself. */
export function safeFragment(html: string): DocumentFragment {
  const safe = purifier.sanitize(html, {
    ALLOWED_TAGS: 'a b strong i em u s div p br ul ol li blockquote img pre code'.split(' '),
    ALLOWED_ATTR: ['href', 'src', 'alt'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  return document.importNode(safe, true)
}

/** The HTML as it is sent: pictures name their files. */
export function toSend(html: string): { html: string; pictureIds: string[] } {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const pictureIds = new Set<string>()
  for (const picture of page.querySelectorAll('img')) {
    const id = /^\/api\/files\/([\w-]+)$/u.exec(picture.getAttribute('src') ?? '')?.[1]
    if (id === undefined) {
      picture.remove()
      continue
    }
    picture.setAttribute('src', `cid:${id}`)
    pictureIds.add(id)
  }
  return { html: page.body.innerHTML, pictureIds: [...pictureIds] }
}
