export interface Letter {
  id?: string
  from?: string
  to?: string
  subject?: string
  headers?: readonly string[]
  text?: string
}

/** A mail as it comes over the wire. */
export const letterOf = ({ id, from, to, subject, headers = [], text = 'Hello' }: Letter): string =>
  [
    ...(id === '' ? [] : [`Message-ID: ${id}`]),
    `From: ${from ?? 'Elena Petrova <elena@customers.example>'}`,
    `To: ${to ?? 'support@shop.example'}`,
    `Subject: ${subject ?? 'My grinder'}`,
    'Date: Mon, 06 Apr 2026 09:00:00 +0000',
    ...headers,
    '',
    text.replaceAll('\n', '\r\n'),
  ].join('\r\n')
