const name = 'care-call-devices'

export interface ChosenDevices {
  inputId: string | null
  outputId: string | null
}

/** Microphone and speaker as chosen on this machine; null = the standard one. */
export function chosenDevices(): ChosenDevices {
  try {
    const { inputId, outputId } = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<ChosenDevices>
    return { inputId: inputId ?? null, outputId: outputId ?? null }
  } catch {
    return { inputId: null, outputId: null }
  }
}
export function chooseDevices(chosen: ChosenDevices): void {
  try {
    localStorage.setItem(name, JSON.stringify(chosen))
  } catch {
    // Where nothing may be kept it counts for this call.
  }
}
