import CssBaseline from '@mui/material/CssBaseline'
import { StyledEngineProvider, ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { makeQueryClient } from '../shared/api/query-client.ts'
import { Announcer } from './Announcer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Routes } from './Routes.tsx'
import { theme } from './theme.ts'

/** Everything around the screens. */
export function App(): ReactNode {
  const [client] = useState(makeQueryClient)
  return (
    <StyledEngineProvider injectFirst>
      <ThemeProvider theme={theme} defaultMode="system">
        <CssBaseline />
        <ErrorBoundary>
          <QueryClientProvider client={client}>
            <Routes />
          </QueryClientProvider>
        </ErrorBoundary>
        <Announcer />
      </ThemeProvider>
    </StyledEngineProvider>
  )
}
