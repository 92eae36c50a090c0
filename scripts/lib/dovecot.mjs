import { findOrInstall, findProgram } from './find.mjs'

/** The program of a mail server that tests start for themselves. */
export const ensureDovecot = () =>
  findOrInstall({
    what: 'Dovecot (dovecot-imapd)',
    find: () => findProgram(['dovecot']),
    packages: ['dovecot-imapd'],
    elsewhere: 'brew install dovecot, or put dovecot on the PATH',
  })
