// Tests with sound run in a network of their own: nothing of them leaves the machine, and nothing comes in.
import { findOrInstall, findProgram } from './find.mjs'
import { Refusal } from './print.mjs'
import { run } from './run.mjs'

/** What the tests with sound start beside browsers: the name in the environment, the program, its Debian packages. */
const programs = {
  CARE_TURNSERVER: { program: 'turnserver', packages: ['coturn'] },
  CARE_KAMAILIO: {
    program: 'kamailio',
    packages: ['kamailio', 'kamailio-websocket-modules', 'kamailio-utils-modules'],
  },
  CARE_RTPENGINE: { program: 'rtpengine', packages: ['rtpengine-daemon'] },
  CARE_BARESIP: { program: 'baresip', packages: ['baresip-core'] },
  CARE_PULSEAUDIO: { program: 'pulseaudio', packages: ['pulseaudio'] },
}

/**
 * Finds or installs the telephone exchange, the relay and the phone of the tests: `{CARE_KAMAILIO: path, …}`.
 * Refuses with what is missing, also where the system has no network namespaces.
 */
export async function ensureMedia() {
  await checkNamespace()
  const env = {}
  for (const [variable, { program, packages }] of Object.entries(programs)) {
    env[variable] =
      process.env[variable] ??
      (await findOrInstall({
        what: `${program} (${packages.join(', ')})`,
        find: () => findProgram([program]),
        packages,
        elsewhere: `put ${program} on the PATH, or name it in ${variable}`,
      }))
  }
  return env
}

// Firefox and baresip take no call without an address beside 127.0.0.1 and a route; 192.0.2.0/24 is nobody's (RFC 5737).
const openLoopback =
  'ip link set lo up && ip addr add 192.0.2.77/32 dev lo && ip route add default dev lo src 192.0.2.77 && exec "$@"'

/** A command line that runs in a network namespace with nothing but a loopback interface. Without root, Linux maps one. */
export function inNamespace(command, args) {
  const asRoot = process.getuid?.() === 0 ? [] : ['--map-root-user']
  return ['unshare', [...asRoot, '--net', 'sh', '-c', openLoopback, 'sh', command, ...args]]
}

async function checkNamespace() {
  if (process.platform !== 'linux')
    throw new Refusal('Tests with sound need Linux: they run in a network namespace of their own.')
  const { code, output } = await run(...inNamespace('true', []), { timeoutMs: 10_000 })
  if (code !== 0)
    throw new Refusal(
      `Tests with sound need a network namespace (unshare and ip of util-linux and iproute2, as root or with user namespaces):\n${output.trim()}`,
    )
}
