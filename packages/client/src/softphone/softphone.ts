import type { IceServers } from '@care/contract'
import type { UA } from 'jssip'
import type { RTCSessionEvent, UnRegisteredEvent } from 'jssip/lib/UA.js'
import type { CallOptions } from '../calls/call-client.ts'
import { closeStream, microphoneProblem, openMicrophone } from '../calls/microphone.ts'
import { createPhoneCall, type PhoneCall } from './phone-call.ts'
import {
  addressOf,
  type PhoneAccount,
  refusalOf,
  retryAfterMs,
  softphoneAtFirst,
  type SoftphoneState,
} from './phone-state.ts'

export interface SoftphonePorts {
  /** STUN and TURN servers for the next call. */
  servers: () => Promise<IceServers>
}
/** More calls at once get a busy tone: one that is talked to, and one that is asked before a hand-over. */
const mostCalls = 2
/** A registration is renewed about twice in that time, in seconds. */
const registerSeconds = 120
/** The library's own back-off to connect again, in seconds. */
const reconnectSeconds = { connection_recovery_min_interval: 1, connection_recovery_max_interval: 30 }
const busyHere = 486

/** Why nothing was called: the screen says it in words. */
export class NoMicrophone extends Error {
  readonly problem: ReturnType<typeof microphoneProblem>
  constructor(problem: ReturnType<typeof microphoneProblem>) {
    super(`no microphone: ${problem}`)
    this.problem = problem
  }
}

/**
 * An operator's line at a telephone exchange: registers, stays registered, takes and makes calls. One window at a time:
 * the exchange rings the one that registered last.
 */
class Phone {
  readonly #account: PhoneAccount
  readonly #ports: SoftphonePorts
  readonly #listeners = new Set<() => void>()
  readonly #calls = new Map<string, PhoneCall>()
  #options: CallOptions
  #state = softphoneAtFirst
  #ua: UA | null = null
  #isStopped = false
  #failed = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  /** The microphone of a call that is being made, before the library names the call. */
  #next: MediaStream | null = null

  constructor(account: PhoneAccount, ports: SoftphonePorts, options: CallOptions) {
    this.#account = account
    this.#ports = ports
    this.#options = options
  }

  get(): SoftphoneState {
    return this.#state
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  /** Connects and registers, and does so again whenever it has to. Rejects where the account is no address at all. */
  async register(): Promise<void> {
    this.#set({ registration: 'connecting', refusal: null })
    const { UA, WebSocketInterface } = await import('jssip')
    if (this.#isStopped || this.#ua) return
    const { url, domain, user, password } = this.#account
    const ua = new UA({
      sockets: [new WebSocketInterface(url)],
      uri: addressOf(user, domain),
      password,
      register_expires: registerSeconds,
      session_timers: false,
      user_agent: 'Care Desktop',
      ...reconnectSeconds,
    })
    this.#ua = ua
    ua.on('registered', () => {
      this.#failed = 0
      this.#set({ registration: 'registered', refusal: null })
      for (const call of this.#calls.values()) if (call.get().phase === 'reconnecting') call.restart()
    })
    ua.on('unregistered', () => this.#lose())
    ua.on('disconnected', () => this.#lose())
    ua.on('registrationFailed', (event) => this.#onFailed(event))
    ua.on('newRTCSession', (event: RTCSessionEvent) => this.#onSession(event))
    ua.start()
  }
  /** Takes an incoming call; a talk that there is meanwhile is held. Rejects with NoMicrophone. */
  async answer(id: string): Promise<void> {
    const call = this.#calls.get(id)
    if (call?.get().phase !== 'ringing') return
    const [stream, servers] = await Promise.all([this.#microphone(call), this.#servers()])
    if (call.get().phase !== 'ringing') return closeStream(stream)
    this.#holdOthers(id)
    call.answer(stream, servers)
  }
  /** Calls a number or a colleague's line; answers with the Call-ID. Rejects with NoMicrophone. */
  async call(number: string): Promise<string> {
    const ua = this.#ua
    if (this.#state.registration !== 'registered' || !ua) throw new Error('the line is not registered')
    const [stream, iceServers] = await Promise.all([this.#microphone(), this.#servers()])
    this.#holdOthers(null)
    this.#next = stream
    const address = addressOf(number, this.#account.domain)
    const session = ua.call(address, { mediaStream: stream, pcConfig: { iceServers } })
    this.#next = null
    const [id] = [...this.#calls].find(([, call]) => call.isOf(session)) ?? []
    if (id === undefined) throw new Error('the call was not made')
    return id
  }
  hold(id: string): void {
    this.#calls.get(id)?.hold(true)
  }
  resume(id: string): void {
    this.#holdOthers(id)
    this.#calls.get(id)?.hold(false)
  }
  setMuted(id: string, isMuted: boolean): void {
    this.#calls.get(id)?.mute(isMuted)
  }
  sendDigits(id: string, digits: string): void {
    this.#calls.get(id)?.sendDigits(digits)
  }
  /** Hands the call over without asking; it ends here once the other side is through. */
  transfer(id: string, number: string): void {
    this.#calls.get(id)?.transfer(addressOf(number, this.#account.domain))
  }
  /** Ends a call, declines one that rings, gives up one that nobody has answered. */
  hangUp(id: string): void {
    this.#calls.get(id)?.hangUp()
  }
  /** Takes a call that is over off the list. */
  dismiss(id: string): void {
    if (this.#calls.get(id)?.get().phase === 'ended') this.#calls.delete(id)
    this.#draw()
  }
  async speakBy(inputId: string | null): Promise<void> {
    this.#options = { ...this.#options, inputId }
    await this.#reopen()
  }
  listenBy(outputId: string | null): void {
    this.#options = { ...this.#options, outputId }
    for (const call of this.#calls.values()) call.listenBy(outputId)
  }
  networkChanged(): void {
    for (const call of this.#calls.values()) call.restart()
  }
  /** Hangs up, tells the exchange that the line is off, and lets go of everything. */
  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#retry)
    for (const call of this.#calls.values()) call.hangUp()
    this.#ua?.stop()
    this.#ua = null
    this.#set({ registration: 'off', refusal: null })
  }

  #onSession(event: RTCSessionEvent): void {
    const { session, request } = event
    const isIncoming = (event.originator as string) === 'remote'
    const going = [...this.#calls.values()].filter((one) => one.get().phase !== 'ended')
    if (isIncoming && going.length >= mostCalls) return session.terminate({ status_code: busyHere })
    const id = request.getHeader('Call-ID') ?? session.id
    const call = createPhoneCall(
      session,
      { id, direction: isIncoming ? 'in' : 'out', number: session.remote_identity.uri.user ?? '' },
      {
        outputId: () => this.#options.outputId ?? null,
        onChange: () => this.#draw(),
        onUnplugged: () => void this.#reopen(),
      },
    )
    if (this.#next) call.use(this.#next)
    // The last one that is over stays to be read, until another begins.
    for (const [other, one] of this.#calls) if (one.get().phase === 'ended') this.#calls.delete(other)
    this.#calls.set(id, call)
    this.#draw()
  }
  #onFailed({ response }: UnRegisteredEvent): void {
    const refusal = refusalOf((response as UnRegisteredEvent['response'] | null)?.status_code ?? null)
    if (refusal !== null) return this.#set({ registration: 'refused', refusal })
    this.#lose()
    this.#failed += 1
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#ua?.register(), retryAfterMs(this.#failed))
  }
  #lose(): void {
    const { registration } = this.#state
    if (registration === 'registered') this.#set({ registration: 'lost' })
  }
  #holdOthers(id: string | null): void {
    for (const [other, call] of this.#calls) if (other !== id) call.hold(true)
  }
  async #microphone(call?: PhoneCall): Promise<MediaStream> {
    try {
      return await openMicrophone(this.#options.inputId ?? null)
    } catch (error) {
      const problem = microphoneProblem(error)
      call?.fail(problem)
      throw new NoMicrophone(problem)
    }
  }
  /** Another microphone in place of the one there was; until one can be opened the calls go on without. */
  async #reopen(): Promise<void> {
    for (const call of this.#calls.values()) {
      if (!call.isOn()) continue
      try {
        call.use(await this.#microphone(call))
      } catch {
        navigator.mediaDevices.addEventListener('devicechange', () => void this.#reopen(), { once: true })
        return
      }
    }
  }
  async #servers(): Promise<RTCIceServer[]> {
    const servers = await this.#ports.servers().catch((): IceServers => [])
    return servers.map(({ urls, username, credential }) => ({
      urls,
      ...(username === undefined || credential === undefined ? {} : { username, credential }),
    }))
  }
  #draw(): void {
    this.#set({ calls: [...this.#calls.values()].map((call) => call.get()) })
  }
  #set(patch: Partial<SoftphoneState>): void {
    this.#state = { ...this.#state, ...patch }
    for (const listener of this.#listeners) listener()
  }
}
export type Softphone = Phone

/** A line that does nothing before `register`. */
export const createSoftphone = (account: PhoneAccount, ports: SoftphonePorts, options: CallOptions = {}): Softphone =>
  new Phone(account, ports, options)
