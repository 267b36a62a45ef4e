#!/usr/bin/env node
import { run } from './run.ts'

// npm runs its scripts in the folder of the project; paths are meant from where the person stands.
const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env
if (script === 'tocsin' && folder !== undefined) process.chdir(folder)

// whoever reads the output may have read enough, as `head` does
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(
  process.argv.slice(2),
  { out: text => void process.stdout.write(text), err: text => void process.stderr.write(text) },
  process.env,
)
