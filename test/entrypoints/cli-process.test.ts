import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compileCache } from '../compile-cache.ts'

const root = join(import.meta.dirname, '../..')
const node = join(root, 'node_modules/.bin/node')
const env = { PATH: process.env.PATH ?? '', ...compileCache }

const ran = (...args: readonly string[]) => {
  const { status: code, stdout, stderr } = spawnSync(node, args, { cwd: root, env, encoding: 'utf8' })
  return { code, stdout, stderr }
}
const tocsin = 'src/entrypoints/cli/main.ts'

test('the exit code is that of the process', () => {
  expect(ran(tocsin, '--version')).toEqual({ code: 0, stdout: 'tocsin 0.1.0\n', stderr: '' })
  expect(ran(tocsin, 'dril')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Did you mean drill?'),
  })
})

test('a port that is in use is told in a line', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, stdout, stderr } = ran(tocsin, 'emulator', '--port', String(port))
  server.close()
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: '',
    stderr: `tocsin emulator: port ${port} is in use. Choose another one, or 0 for one that is free.\n`,
  })
})

test.each(['bash', 'zsh', 'fish'])('completions for %s are a script that asks tocsin', shell => {
  const { code, stdout, stderr } = ran(tocsin, 'completion', shell)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('tocsin complete --')
})

test('what is completed are commands and options', () => {
  expect(ran(tocsin, 'complete', '--', 'dr').stdout).toMatch(/^drill\t/m)
  expect(ran(tocsin, 'complete', '--', 'drill', '--js').stdout).toMatch(/^--json\t/m)
})

test.each([
  ['npm start', 'src/entrypoints/server.ts'],
  ['npm run bench', 'bench/main.ts'],
  ['npm run model', 'model/main.ts'],
  ['npm run generate', 'scripts/generate.ts'],
  ['npm run generate:drill', 'scripts/generate-drill.ts'],
])('%s -- --help says how it is used and does nothing; a slip ends it with 2', (name, file) => {
  const help = ran(file, '--help')
  expect(help).toMatchObject({ code: 0, stderr: '' })
  expect(help.stdout.startsWith(`Usage: ${name} -- [options]`)).toBe(true)
  expect(ran(file, '--bogus')).toEqual({
    code: 2,
    stdout: '',
    stderr: `${name} --: unknown option '--bogus'. See ${name} -- --help\n`,
  })
})
