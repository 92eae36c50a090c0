// Care Desktop design tokens as a MUI v9 theme. Source of the values in ui.md and of all mocks here.
import { createTheme, enhanceHighContrast, type Shadows } from '@mui/material/styles'
import { fields } from './theme-fields.ts'

declare module '@mui/material/styles' {
  interface PaletteColor {
    text: string
    bg: string
    line: string
    graphic: string
    fill: string
  }
  interface SimplePaletteColorOptions {
    text?: string
    bg?: string
    line?: string
    graphic?: string
    fill?: string
  }
  interface TypeText {
    tertiary: string
  }
  interface TypeBackground {
    subtle: string
    raised: string
    inverse: string
  }
  interface CareExtra {
    vip: { main: string; text: string; bg: string }
    note: { text: string; bg: string; line: string }
    border: { strong: string; input: string }
    bubble: { customer: string; agent: string }
    segment: string
    inverse: { text: string; action: string }
    avatar: { bg: string; text: string }[]
  }
  interface Palette extends CareExtra {}
  interface PaletteOptions extends Partial<CareExtra> {}
  interface TypographyVariants {
    timer: React.CSSProperties
    kpi: React.CSSProperties
  }
  interface TypographyVariantsOptions {
    timer?: React.CSSProperties
    kpi?: React.CSSProperties
  }
}

const font =
  '"Inter Variable", Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", sans-serif'
const px = (n: number) => `${n / 16}rem`
const type = (size: number, line: number, weight = 400, spacing = '0') => ({
  fontSize: px(size),
  lineHeight: px(line),
  fontWeight: weight,
  letterSpacing: spacing,
  textTransform: 'none' as const,
})

export const theme = enhanceHighContrast(
  createTheme({
    motion: { reducedMotion: 'system' },
    cssVariables: { cssVarPrefix: 'care', colorSchemeSelector: '[data-theme="%s"]' },
    colorSchemes: {
      light: {
        palette: {
          primary: {
            main: '#4752D9',
            dark: '#3A44C0',
            light: '#C3C7F6',
            contrastText: '#FFFFFF',
            text: '#3B45C6',
            bg: '#EEEFFD',
            line: '#C3C7F6',
          },
          success: { main: '#17703F', contrastText: '#FFFFFF', text: '#17703F', graphic: '#1F9254', bg: '#E4F4EA' },
          warning: { main: '#8A5000', contrastText: '#FFFFFF', text: '#8A5000', graphic: '#BC7600', bg: '#FDF0D7' },
          error: {
            main: '#B9261F',
            contrastText: '#FFFFFF',
            text: '#B9261F',
            graphic: '#D6362E',
            fill: '#C42D26',
            bg: '#FCEAE8',
          },
          info: { main: '#14609F', contrastText: '#FFFFFF', text: '#14609F', bg: '#E5F0FA' },
          vip: { main: '#B57F06', text: '#7A4C00', bg: '#FCEFCB' },
          note: { text: '#5E4300', bg: '#FFF7DF', line: '#EFD88F' },
          text: { primary: '#17181D', secondary: '#51535F', tertiary: '#676977', disabled: '#676977' },
          background: {
            default: '#F4F4F7',
            paper: '#FFFFFF',
            subtle: '#FAFAFC',
            raised: '#FFFFFF',
            inverse: '#1D1E24',
          },
          divider: '#E4E4EA',
          border: { strong: '#D3D4DC', input: '#868894' },
          bubble: { customer: '#F1F1F5', agent: '#E7E9FC' },
          segment: '#FFFFFF',
          inverse: { text: '#F5F5F8', action: '#B9BFFF' },
          avatar: [
            { bg: '#E3E6FD', text: '#343DAE' },
            { bg: '#DDF1E6', text: '#14603A' },
            { bg: '#FCE6DA', text: '#8A3D10' },
            { bg: '#F6E2F0', text: '#842A69' },
            { bg: '#DDEFF6', text: '#12566F' },
            { bg: '#ECE9DD', text: '#5B5121' },
          ],
          action: { hover: '#F0F0F4', selected: '#EEEFFD', focus: '#F0F0F4' },
        },
      },
      dark: {
        palette: {
          primary: {
            main: '#5B66EA',
            dark: '#4F5ADE',
            light: '#454B9C',
            contrastText: '#FFFFFF',
            text: '#A3AAFA',
            bg: '#23254A',
            line: '#454B9C',
          },
          success: { main: '#6FD09A', contrastText: '#0E0F12', text: '#6FD09A', graphic: '#3FB577', bg: '#143324' },
          warning: { main: '#F0B65A', contrastText: '#0E0F12', text: '#F0B65A', graphic: '#E09A22', bg: '#382709' },
          error: {
            main: '#FF9A92',
            contrastText: '#0E0F12',
            text: '#FF9A92',
            graphic: '#F0645B',
            fill: '#C93A32',
            bg: '#431A17',
          },
          info: { main: '#83BDF0', contrastText: '#0E0F12', text: '#83BDF0', bg: '#12304A' },
          vip: { main: '#E2AC3A', text: '#F2C768', bg: '#3A2B0A' },
          note: { text: '#F0DCA3', bg: '#2A2413', line: '#55481D' },
          text: { primary: '#ECEDF1', secondary: '#B1B3BE', tertiary: '#9B9DAA', disabled: '#9B9DAA' },
          background: {
            default: '#0E0F12',
            paper: '#17181C',
            subtle: '#141519',
            raised: '#202127',
            inverse: '#ECEDF1',
          },
          divider: '#292A31',
          border: { strong: '#383A43', input: '#70737F' },
          bubble: { customer: '#24252B', agent: '#2A2D5A' },
          segment: '#2C2D35',
          inverse: { text: '#17181C', action: '#3B45C6' },
          avatar: [
            { bg: '#2B2F66', text: '#C5CAFE' },
            { bg: '#17402B', text: '#A3E3BF' },
            { bg: '#4A2814', text: '#F6C3A4' },
            { bg: '#47203B', text: '#F0BBDD' },
            { bg: '#123B4A', text: '#A5DCF0' },
            { bg: '#3A3620', text: '#E0D7A8' },
          ],
          action: { hover: '#23242A', selected: '#23254A', focus: '#23242A' },
        },
      },
    },
    breakpoints: { values: { xs: 0, sm: 768, md: 1024, lg: 1280, xl: 1440 } },
    spacing: 4,
    shape: { borderRadius: 7 },
    // e1 buttons, e2 selected task and offer, e3 menus, toasts and drag; values per scheme in MuiCssBaseline below
    shadows: ['none', 'var(--care-e1)', 'var(--care-e2)', ...Array(22).fill('var(--care-e3)')] as unknown as Shadows,
    typography: {
      fontFamily: font,
      htmlFontSize: 16,
      h1: type(17, 24, 600, '-0.015em'),
      h2: type(15, 20, 600, '-0.01em'),
      h3: type(13, 18, 600),
      body1: type(14, 20),
      body2: type(13, 18),
      subtitle2: type(13, 18, 500),
      button: type(13, 18, 500),
      caption: type(12, 16),
      overline: type(11, 16, 600),
      kpi: { ...type(24, 30, 600, '-0.02em'), fontVariantNumeric: 'tabular-nums' },
      timer: { ...type(26, 30, 600, '-0.02em'), fontVariantNumeric: 'tabular-nums' },
    },
    transitions: {
      duration: {
        shortest: 80,
        shorter: 120,
        short: 160,
        standard: 200,
        complex: 240,
        enteringScreen: 160,
        leavingScreen: 120,
      },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          ':root': {
            '--care-e1': '0 1px 2px rgba(23,24,29,.06)',
            '--care-e2': '0 2px 8px rgba(23,24,29,.08), 0 1px 2px rgba(23,24,29,.06)',
            '--care-e3': '0 12px 32px rgba(23,24,29,.16), 0 2px 6px rgba(23,24,29,.08)',
          },
          '[data-theme="dark"]': {
            '--care-e1': '0 1px 2px rgba(0,0,0,.4)',
            '--care-e2': '0 2px 8px rgba(0,0,0,.45), 0 0 0 1px rgba(255,255,255,.03)',
            '--care-e3': '0 16px 40px rgba(0,0,0,.6), 0 0 0 1px rgba(255,255,255,.05)',
          },
        },
      },
      MuiButtonBase: { defaultProps: { disableRipple: true } },
      MuiButton: {
        defaultProps: { disableElevation: true, size: 'medium' },
        styleOverrides: {
          root: ({ theme }) => ({
            minWidth: 0,
            variants: [
              { props: { variant: 'text', color: 'primary' }, style: { color: theme.vars.palette.primary.text } },
              {
                props: { variant: 'outlined', color: 'inherit' },
                style: {
                  borderColor: theme.vars.palette.border.strong,
                  backgroundColor: theme.vars.palette.background.paper,
                },
              },
            ],
          }),
          // Signs keep the size they were given; keys beside words are no icons.
          startIcon: { marginLeft: 0, marginRight: 6, '& > *:nth-of-type(1)': { fontSize: 'inherit' } },
          endIcon: { marginLeft: 6, marginRight: 0, '& > *:nth-of-type(1)': { fontSize: 'inherit' } },
          sizeMedium: { height: 32, padding: '0 12px' },
          sizeSmall: { height: 28, padding: '0 10px', borderRadius: 6 },
        },
      },
      MuiIconButton: {
        styleOverrides: {
          root: { width: 28, height: 28, borderRadius: 6 },
          sizeSmall: { width: 24, height: 24, borderRadius: 5 },
        },
      },
      MuiTextField: { defaultProps: { size: 'small' } },
      // The fill's colour is too dark for words on a dark dialog.
      MuiFormLabel: {
        styleOverrides: {
          root: ({ theme }) => ({ '&.Mui-focused:not(.Mui-error)': { color: theme.vars.palette.primary.text } }),
        },
      },
      ...fields,
      MuiChip: {
        styleOverrides: {
          root: { height: 20, borderRadius: 5, fontSize: px(12), fontWeight: 500 },
          label: { paddingInline: 6 },
        },
      },
      MuiMenuItem: {
        styleOverrides: { root: { minHeight: 32, borderRadius: 7, padding: '4px 8px', fontSize: px(13) } },
      },
      MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiPopover: {
        styleOverrides: {
          paper: ({ theme }) => ({
            borderRadius: 11,
            border: `1px solid ${theme.vars.palette.border.strong}`,
            backgroundColor: theme.vars.palette.background.raised,
          }),
        },
      },
      MuiDialog: {
        styleOverrides: {
          paper: ({ theme }) => ({
            borderRadius: 12,
            outline: 0,
            backgroundColor: theme.vars.palette.background.raised,
            // A phone has no room to give away.
            [theme.breakpoints.down('sm')]: {
              width: 'calc(100% - 24px)',
              maxHeight: 'calc(100% - 24px)',
              margin: 12,
            },
          }),
        },
      },
      MuiDialogTitle: {
        defaultProps: { variant: 'h1', component: 'h2' },
        styleOverrides: { root: { padding: '16px 20px 8px' } },
      },
      // The label of a first field stands on its border.
      MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
      MuiDialogActions: {
        styleOverrides: {
          root: ({ theme }) => ({ padding: '12px 20px', borderTop: `1px solid ${theme.vars.palette.divider}` }),
        },
      },
      MuiBackdrop: {
        styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(23,24,29,.4)' } } },
      },
      MuiTooltip: { defaultProps: { enterDelay: 500, enterNextDelay: 100, disableInteractive: true } },
      MuiLink: { styleOverrides: { root: ({ theme }) => ({ color: theme.vars.palette.primary.text }) } },
      MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '0 8px' } } },
    },
  }),
)
