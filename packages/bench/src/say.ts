/** Progress goes to standard error, so that the table alone can be piped. */
export const say = (text: string): void => void process.stderr.write(`${text}\n`)
export const print = (text: string): void => void process.stdout.write(`${text}\n`)
