import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { typed } from './typed.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-typed-'))
  writeFileSync(join(folder, 'notes.txt'), 'x')
  mkdirSync(join(folder, 'there'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// `~` is a folder with `notes.txt` and a folder `there`.
test.each<[string, string]>([
  ['bogus', "tocsin: unknown command 'bogus'. See tocsin --help"],
  ['bogus --help', "tocsin: unknown command 'bogus'. See tocsin --help"],
  ['dril', "tocsin: unknown command 'dril'. Did you mean drill? See tocsin --help"],
  ['--bogus', "tocsin: unknown option '--bogus'. See tocsin --help"],
  ['--versoin', "tocsin: unknown option '--versoin'. Did you mean --version? See tocsin --help"],
  ['drill --jsno', "tocsin drill: unknown option '--jsno'. Did you mean --json? See tocsin drill --help"],
  [
    'drill now',
    "tocsin drill: too many arguments for 'drill'. Expected 0 arguments but got 1: now. See tocsin drill --help",
  ],
  ['drill --playbook', "tocsin drill: option '--playbook <id>' argument missing. See tocsin drill --help"],
  [
    'drill --deployment window',
    "tocsin drill: option '--deployment <mode>' argument 'window' is invalid. Allowed choices are app, action. See tocsin drill --help",
  ],
  ['drill --out ~/notes.txt', 'tocsin drill: --out: ~/notes.txt is a file, not a folder. See tocsin drill --help'],
  ['drill --out ~/notes.txt/x', 'tocsin drill: --out: ~/notes.txt is a file, not a folder. See tocsin drill --help'],
  ['emulator --port', "tocsin emulator: option '--port <number>' argument missing. See tocsin emulator --help"],
  ...['abc', '99999', '-1', '1.5', '0x10', ''].map((port): [string, string] => [
    `emulator --port=${port}`,
    `tocsin emulator: option '--port <number>' argument '${port}' is invalid. A port is a number from 0 to 65535. See tocsin emulator --help`,
  ]),
  [
    'emulator --webhook-url localhost',
    "tocsin emulator: option '--webhook-url <url>' argument 'localhost' is invalid. Expected a URL such as http://127.0.0.1:3000/api/github/webhooks. See tocsin emulator --help",
  ],
  ['emulator --webhook-secret x', 'tocsin emulator: --webhook-secret needs --webhook-url. See tocsin emulator --help'],
  [
    'check ~/notes.txt',
    'tocsin check: ~/notes.txt is a file, not a folder. Name the root of a repository. See tocsin check --help',
  ],
  ['check ~/nowhere', 'tocsin check: there is no folder ~/nowhere. See tocsin check --help'],
  ['check --dir .', "tocsin check: unknown option '--dir'. See tocsin check --help"],
  ['import', "tocsin import: missing required argument 'file'. See tocsin import --help"],
  [
    'import x.md --out ~/notes.txt',
    'tocsin import: --out: ~/notes.txt is a file, not a folder. See tocsin import --help',
  ],
  ['export', "tocsin export: missing required argument 'playbook'. See tocsin export --help"],
  ['export cloud-key --out ~/there', 'tocsin export: --out: ~/there is a folder, not a file. See tocsin export --help'],
  [
    'export cloud-key --date today',
    "tocsin export: option '--date <time>' argument 'today' is invalid. Expected a time in UTC, for example 2026-01-01T00:00:00.000Z. See tocsin export --help",
  ],
  ['plan', "tocsin plan: missing required argument 'incident'. See tocsin plan --help"],
  [
    'plan acme/incidents',
    "tocsin plan: command-argument value 'acme/incidents' is invalid for argument 'incident'. Expected repository and issue, for example acme/incidents#7. See tocsin plan --help",
  ],
  [
    'plan acme/incidents#7',
    'tocsin plan: set GH_TOKEN or GITHUB_TOKEN to a token that may read the repository. See tocsin plan --help',
  ],
  ['channels test', "tocsin channels test: missing required argument 'id'. See tocsin channels test --help"],
  ['channels tset pager', "tocsin channels: unknown command 'tset'. Did you mean test? See tocsin channels --help"],
])('tocsin %s is told in a line, and ends with 2', async (line, says) => {
  const { code, stdout, stderr } = await typed(line.split(' ').map(word => word.replace('~', folder)))
  expect({ code, stdout, stderr: stderr.replaceAll(folder, '~') }).toEqual({ code: 2, stdout: '', stderr: `${says}\n` })
})

test('an unknown playbook is told with those that there are', async () => {
  const { code, stderr } = await typed(['drill', '--playbook', 'cloud-kye'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/^tocsin drill: option '--playbook <id>' argument 'cloud-kye' is invalid\. .*cloud-key.*\n$/)
})
