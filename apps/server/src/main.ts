// Node below 24 would crash inside the database driver without a word, so nothing is imported before this check.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  process.stderr.write(
    `Care Desktop needs Node 24 or newer; this is ${process.version}. npm start and npm run serve bring their own on Linux x64.\n`,
  )
  process.exit(1)
}
const { run } = await import('./run.ts')
// What a start that failed has left open must not keep it alive.
process.exit(await run(process.argv.slice(2), process.env))
