import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { execFileSync } from 'node:child_process'
import { ImapFlow } from 'imapflow'
import { freePort } from './post-office.ts'

const password = 'open-sesame'

const configOf = (dir: string, port: number, user: string, group: string): string => `
base_dir = ${dir}/run
state_dir = ${dir}/state
instance_name = ${dir.replaceAll('/', '-')}
protocols = imap
listen = 127.0.0.1
log_path = ${dir}/dovecot.log
ssl = no
disable_plaintext_auth = no
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${group}
mail_location = maildir:${dir}/mail/%n
mail_uid = ${user}
mail_gid = ${group}
first_valid_uid = 1
mail_max_userip_connections = 100
auth_failure_delay = 0
shutdown_clients = yes
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${dir}/mail/%n
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
  # Who was refused is else kept waiting ever longer.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`

/** A real mail server on a free loopback port with a folder of its own; any user is let in with the password. */
export async function startDovecot() {
  const dir = mkdtempSync(join(tmpdir(), 'care-dovecot-'))
  const port = await freePort()
  // As root it lets go of that for the mails' owner; else all of it runs as who runs the tests.
  const isRoot = process.getuid?.() === 0
  const user = isRoot ? 'nobody' : userInfo().username
  const idOf = (kind: '-u' | '-g' | '-gn'): string => execFileSync('id', [kind, user], { encoding: 'utf8' }).trim()
  mkdirSync(join(dir, 'mail'))
  if (isRoot) {
    for (const folder of [dir, join(dir, 'mail')]) chownSync(folder, Number(idOf('-u')), Number(idOf('-g')))
  }
  const config = join(dir, 'dovecot.conf')
  writeFileSync(config, configOf(dir, port, user, idOf('-gn')))
  let master: ChildProcess | null = null

  async function start(): Promise<void> {
    master = spawn(process.env['TEST_DOVECOT'] || '/usr/sbin/dovecot', ['-F', '-c', config], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // A group of its own, to be ended as one.
      detached: true,
    })
    const said: string[] = []
    master.stderr?.on('data', (data: Buffer) => said.push(data.toString()))
    for (let tries = 0; ; tries++) {
      if (await answers(port)) return
      if (tries > 200) throw new Error(`dovecot does not answer: ${said.join('')}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  async function stop(): Promise<void> {
    const running = master
    master = null
    if (!running || running.exitCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    // With the processes of its connections, which else go on for a while without it.
    if (running.pid !== undefined) process.kill(-running.pid, 'SIGKILL')
    await gone
    rmSync(join(dir, 'run'), { recursive: true, force: true })
  }
  await start()
  return {
    port,
    password,
    start,
    stop,
    /** What the settings of a mailbox of this user are. */
    login: (name: string) => ({
      receives: 'imap',
      imapHost: '127.0.0.1',
      imapPort: port,
      imapSecurity: 'none',
      imapUser: name,
    }),
    /** Puts mails into the folder of a user, as a mail server would. */
    put: (name: string, mails: readonly (string | Buffer)[], folder = 'INBOX') => append(port, name, mails, folder),
    async remove(): Promise<void> {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
export type Dovecot = Awaited<ReturnType<typeof startDovecot>>

async function append(port: number, name: string, mails: readonly (string | Buffer)[], folder: string): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: name, pass: password },
    logger: false,
  })
  await client.connect()
  for (const mail of mails) await client.append(folder, mail)
  await client.logout()
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (isThere: boolean): void => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('data', () => end(true))
    socket.once('error', () => end(false))
    socket.setTimeout(500, () => end(false))
  })
