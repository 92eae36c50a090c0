import { useEffect, useState } from 'react'

/** True once `isOn` has lasted `afterMs`: skeletons come only after 200 ms, so that quick answers do not flicker. */
export function useLater(isOn: boolean, afterMs = 200): boolean {
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(() => setIsLate(true), afterMs)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [isOn, afterMs])
  return isOn && isLate
}
