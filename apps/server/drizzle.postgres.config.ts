import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/db/dialect/tables.postgres.ts',
  out: './src/db/migrations/postgres',
})
