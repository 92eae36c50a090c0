import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { isWindows, root } from './paths.mjs'
import { Refusal } from './print.mjs'

/** Children in their own process groups, so that an interrupted script can end all of them. */
const running = new Set()

/** Node 24 of the workspace first, so that every tool started here runs on it; no noise from npm. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  npm_config_loglevel: 'error',
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  ...extra,
})

export function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  try {
    if (child.hasGroup) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It ended between the look and the signal.
  }
}

/** Asks everything started here to end, and insists five seconds later (browsers need the asking to go with their test). */
export async function endAll() {
  const children = [...running]
  const closed = children.map((child) => new Promise((resolve) => child.once('close', resolve)))
  children.forEach((child) => end(child, 'SIGINT'))
  const insist = setTimeout(() => children.forEach((child) => end(child, 'SIGKILL')), 5000)
  await Promise.all(closed)
  clearTimeout(insist)
}

let onEnd = () => void endAll().finally(() => process.exit(130))
let isWatching = false

/** Replaces what happens, once, on a signal that ends a program: by default everything started here is ended too. */
export function whenEnded(stop) {
  onEnd = stop
  watchForEnd()
}

function watchForEnd() {
  if (isWatching) return
  isWatching = true
  let isEnding = false
  const ending = (signal) => {
    if (isEnding) return
    isEnding = true
    clearInterval(watch)
    onEnd(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => ending(signal))
  // A closed terminal ends npm, and npm passes SIGTERM only to its shell, which goes without telling:
  // so what counts is that the parent is gone.
  process.on('SIGHUP', () => {})
  const parent = process.ppid
  const watch = setInterval(() => process.env.npm_lifecycle_event && process.ppid !== parent && ending('SIGTERM'), 500)
  watch.unref()
}

/** Starts a process that is ended with the script; in a group of its own, so that what it started goes with it. */
export function start(
  command,
  args,
  {
    cwd = root,
    env = toolEnv(),
    stdio = 'pipe',
    detached = !isWindows,
    shell = isWindows && !command.endsWith('.exe'),
  } = {},
) {
  watchForEnd()
  const child = spawn(command, args, { cwd, env, stdio, detached, shell })
  child.hasGroup = detached
  running.add(child)
  child.once('close', () => running.delete(child))
  return child
}

/** Runs a command to its end: `{code, output}`. A command that does not exist gives code 127. */
export function run(command, args, { timeoutMs = 900_000, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, options)
    let output = ''
    const keep = (chunk) => (output += chunk)
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    const alarm = setTimeout(() => {
      output += `\nstopped after ${timeoutMs / 1000} s\n`
      end(child, 'SIGINT')
      setTimeout(() => end(child, 'SIGKILL'), 5000).unref()
    }, timeoutMs)
    const done = (code, text) => {
      clearTimeout(alarm)
      running.delete(child)
      resolve({ code, output: text })
    }
    child.once('error', (error) => done(127, error.message))
    child.once('close', (code, signal) => done(code ?? (signal ? 128 : 1), output))
  })
}

/** Like `run`, but a failure is an error that carries the end of the output. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options)
  if (code !== 0) throw new Refusal(`${[command, ...args].join(' ')} failed (exit code ${code}):\n${tail(output, 60)}`)
  return output
}

/** A command line as package.json spells it. */
export const shell = (line, options) => must(line, [], { ...options, shell: true })

export const tail = (text, lines) => text.trimEnd().split('\n').slice(-lines).join('\n')

/** Runs a server in the foreground: the end is passed on to it, once, and its exit code becomes ours. */
export function handOver(command, args) {
  const child = start(command, args, { stdio: 'inherit', detached: false })
  whenEnded((signal) => {
    // Ctrl-C in a terminal reaches the whole group by itself; a second one could cut short a graceful stop.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) end(child, signal)
  })
  return new Promise((resolve) => {
    const done = (code) => {
      process.exitCode = code
      resolve()
    }
    child.once('error', (error) => {
      process.stderr.write(`${error.message}\n`)
      done(1)
    })
    child.once('close', (code, signal) => done(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}
