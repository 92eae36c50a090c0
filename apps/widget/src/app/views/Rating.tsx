import { useRef, useState } from 'preact/hooks'
import { failureOf, failureText } from '../failure.ts'
import { useWidget } from './context.ts'
import { TextField } from './Field.tsx'

const scores = ['one', 'two', 'three', 'four', 'five'] as const
/** The mouth of each face, from very sad to very glad. */
const mouths = [
  'M10 21a6 6 0 0 1 10 0',
  'M10.5 20.5a7 7 0 0 1 9 0',
  'M10.5 20h9',
  'M10.5 18.5a7 7 0 0 0 9 0',
  'M10 18a6 6 0 0 0 10 0',
]
const maxComment = 2_000

/** "How did Maya do?": five faces as radio buttons, and a comment. */
export function Rating({ name }: { name: string | null }) {
  const { t, rate } = useWidget()
  const [score, setScore] = useState(0)
  const [problem, setProblem] = useState('')
  const commentRef = useRef('')
  const title = name ? t('rating.title', { name }) : t('rating.titleShop')
  const submit = (event: Event): void => {
    event.preventDefault()
    if (score === 0) return setProblem(t('field.needed'))
    rate(score, commentRef.current).catch((error: unknown) => setProblem(failureText(t, failureOf(error))))
  }
  return (
    <form class="rate" onSubmit={submit}>
      <h2 id="rate">{title}</h2>
      <p class="ld">{t('rating.lead')}</p>
      <div class="cs" role="radiogroup" aria-labelledby="rate">
        {scores.map((word, index) => (
          <label key={word} title={t(`rating.score.${word}`)}>
            <input
              type="radio"
              name="score"
              class="sr"
              value={index + 1}
              checked={score === index + 1}
              aria-label={t(`rating.score.${word}`)}
              onChange={() => setScore(index + 1)}
            />
            <svg viewBox="0 0 30 30" aria-hidden="true">
              <path d={`M26 15a11 11 0 1 1-22 0 11 11 0 0 1 22 0ZM11 12h.01M19 12h.01${mouths[index]}`} />
            </svg>
          </label>
        ))}
      </div>
      <div class="csl" aria-hidden="true">
        <span>{t('rating.score.one')}</span>
        <span>{t('rating.score.five')}</span>
      </div>
      <TextField
        label={t('rating.comment')}
        isLong
        limit={maxComment}
        value=""
        onInput={(text) => (commentRef.current = text)}
      />
      {problem && (
        <p class="er" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" class="btn">
        {t('rating.send')}
      </button>
    </form>
  )
}
