import type { Components, Theme } from '@mui/material/styles'

const textSize = 13
/** A label that stands on its field's edge has 12 px, which is the least for text; the gap in the edge is as wide. */
const labelScale = 12 / textSize

/** Fields and their labels. */
export const fields: Components<Omit<Theme, 'components'>> = {
  MuiOutlinedInput: {
    styleOverrides: {
      root: { minHeight: 32, fontSize: `${textSize / 16}rem` },
      notchedOutline: { borderColor: 'var(--input)', '& legend': { fontSize: `${labelScale}em` } },
    },
  },
  MuiInputLabel: {
    styleOverrides: {
      root: { fontSize: `${textSize / 16}rem` },
      shrink: {
        '&.MuiInputLabel-outlined': {
          transform: `translate(14px, -9px) scale(${labelScale})`,
          maxWidth: `calc(${100 / labelScale}% - 32px)`,
        },
      },
    },
  },
  MuiFormControlLabel: { styleOverrides: { label: { fontSize: `${textSize / 16}rem` } } },
}
