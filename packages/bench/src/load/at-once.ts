/** Runs `work` for 0 … count - 1, at most `atOnce` at the same time; gives the results in order. */
export async function atOnce<T>(count: number, most: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      results[index] = await work(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(most, count) }, worker))
  return results
}
