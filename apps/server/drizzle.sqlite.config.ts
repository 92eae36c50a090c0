import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/db/dialect/tables.sqlite.ts',
  out: './src/db/migrations/sqlite',
})
