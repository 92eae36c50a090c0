import type { IOptions } from 'sanitize-html'

const colour = /^(#[0-9a-f]{3,8}|[a-z]{3,24}|rgba?\([\d\s.,%]{1,40}\))$/iu
const size =
  /^(\d{1,2}(\.\d{1,4})?(px|pt)|[0-3](\.\d{1,4})?r?em|\d{1,3}(\.\d{1,2})?%|(x{0,2}-)?(small|large)|medium|smaller|larger)$/iu
const word = /^[a-z-]{1,20}$/iu

/** What mail may say of its looks: letters and their colours. Nothing that places, covers, hides or loads. */
export const allowedStyles: IOptions['allowedStyles'] = {
  '*': {
    color: [colour],
    'background-color': [colour],
    'font-size': [size],
    'font-style': [word],
    'font-weight': [/^(\d{3}|[a-z]{4,7})$/iu],
    'text-align': [word],
    'text-decoration': [word],
    'vertical-align': [word],
  },
}

const hiding =
  /(?:^|;)\s{0,5}(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all)/iu
/** A style that hides what it is of: the beginnings that newsletters show in lists only, and what deceives. */
export const isHidden = (style: string): boolean => hiding.test(style)
