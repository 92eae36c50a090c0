import type { MailChannelEndpoint } from '@care/contract'
import { notFound } from '../../kernel/app-error.ts'
import { type Handlers, optionsOf } from '../../kernel/handler.ts'
import { getMail, mailHtml, sendMail } from '../../modules/mails/index.ts'
import { framePage } from './frame.ts'
import { htmlText } from './read/html/html-text.ts'
import { safeHtml } from './read/html/safe-html.ts'

/** What of mails needs to know which HTML is safe: the same list for what comes, goes and is shown. */
export const mailChannelHandlers: Handlers<MailChannelEndpoint> = {
  async sendMail(call, services) {
    const { html: written, ...letter } = call.body
    const html = safeHtml(written, new Set(letter.pictureIds))
    const input = { ...call.params, ...letter, html: html === '' ? null : html, text: htmlText(html) }
    const message = await services.execute(sendMail, call.actor, input, optionsOf(call))
    return { message, mail: await getMail(services, call.actor, { messageId: message.id }) }
  },
  async getMailFrame({ actor, params, query, http }, services) {
    if (!http) throw notFound('mail')
    const { part, images, look } = query
    const { page, policy } = framePage(await mailHtml(services, actor, { ...params, part }), { images, look })
    http.res
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
      })
      .end(page)
  },
}
