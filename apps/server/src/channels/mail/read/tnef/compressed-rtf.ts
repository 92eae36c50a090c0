import { readerOf } from './bytes.ts'

/** What the dictionary holds in the beginning ([MS-OXRTFCP] 2.1.2.1). */
const usualWords = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const dictionaryBytes = 4096
const isCompressed = 0x75465a4c
const isPlain = 0x414c454d

/** RTF out of the form that Outlook packs it in ([MS-OXRTFCP]), at most so many bytes. Throws when it is none. */
export function unpackRtf(packed: Buffer, mostBytes: number): Buffer {
  const head = readerOf(packed)
  head.long()
  const length = Math.min(head.long(), mostBytes)
  const kind = head.long()
  head.long()
  const body = head.take(head.left())
  if (kind === isPlain) return body.subarray(0, length)
  if (kind !== isCompressed) throw new RangeError('it is no packed RTF')
  return unpack(body, length)
}

function unpack(body: Buffer, length: number): Buffer {
  const reader = readerOf(body)
  const dictionary = Buffer.alloc(dictionaryBytes, ' ')
  usualWords.copy(dictionary)
  let end = usualWords.length
  const out: number[] = []
  const put = (byte: number): void => {
    out.push(byte)
    dictionary[end] = byte
    end = (end + 1) % dictionaryBytes
  }
  while (out.length < length && !reader.isOver()) {
    const control = reader.byte()
    for (let bit = 0; bit < 8 && out.length < length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(reader.byte())
        continue
      }
      const reference = (reader.byte() << 8) | reader.byte()
      let from = reference >> 4
      // Pointing at its own end is how it says that it is over.
      if (from === end) return Buffer.from(out)
      for (let left = (reference & 0xf) + 2; left > 0; left -= 1) {
        put(dictionary[from] ?? 0)
        from = (from + 1) % dictionaryBytes
      }
    }
  }
  return Buffer.from(out.slice(0, length))
}
