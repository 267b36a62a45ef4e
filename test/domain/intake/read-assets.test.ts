import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assetsIn } from '../../../src/domain/intake/read-assets.ts'
import { assetId } from '../../../src/domain/terms/asset.ts'

const names = (text: string) => assetsIn(text).map(({ name }) => name)

test('no text names nothing', () => expect(assetsIn('')).toEqual([]))

test('one on a line: its name, then what was said of it', () => {
  expect(assetsIn('web-1\r\ndb.example.com - the orders\n\n`build 7`: no logins since\nvault (again, both)')).toEqual([
    { name: 'web-1', note: '' },
    { name: 'db.example.com', note: 'the orders' },
    { name: 'build 7', note: 'no logins since' },
    { name: 'vault', note: 'again, both' },
  ])
})

test('the first division counts', () => {
  expect(assetsIn('mail: in, out - both')).toEqual([{ name: 'mail', note: 'in, out - both' }])
  expect(assetsIn('https://example.com:8080/x')).toEqual([{ name: 'https://example.com:8080/x', note: '' }])
})

test('marks of lists, tasks and quotes are no part of a name', () => {
  expect(names('- a\n* b\n+ c\n1. d\n2) e\n- [x] g\n> h')).toEqual([...'abcdegh'])
  expect(
    names('**web-1**\n__web-2__\n*web-3*, **web-4**\n- **web-5**: the shop\n[web-6](https://example.com/6)'),
  ).toEqual(['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6'])
  expect(names('*.example.com\nweb_1\n_web_2_')).toEqual(['*.example.com', 'web_1', 'web_2'])
})

test('of boxes only those that are ticked count, however many words they have', () => {
  expect(assetsIn('- [x] API\n- [ ] Web')).toEqual([{ name: 'API', note: '' }])
  expect(names('- [X] Customer portal\n- [ ] Mail\n- [x] VPN (all sites)\n* [ ] web-1')).toEqual([
    'Customer portal',
    'VPN',
  ])
  expect(names('- [ ] API\n- [ ] Web')).toEqual([])
})

test.each([
  ['`web-1`, `web-2`', ['web-1', 'web-2'], ''],
  ['`web-1` and `web-2`', ['web-1', 'web-2'], ''],
  ['- `web-1`; `db 7`', ['web-1', 'db 7'], ''],
  ['web-01, web-02, 2 others', ['web-01', 'web-02'], '2 others'],
  ['web-01, web-02 and 2 others', ['web-01', 'web-02'], '2 others'],
  ['web-01, web-02, both are down since noon', ['web-01', 'web-02'], 'both are down since noon'],
  ['web-01, db-2, mail and others', ['web-01', 'db-2'], 'mail, others'],
  ['web-1; web-2', ['web-1', 'web-2'], ''],
])('several in one line, and what is said of them: %s', (line, expected, note) => {
  const found = assetsIn(line)
  expect(found.map(({ name }) => name)).toEqual(expected)
  expect(found.at(-1)?.note).toBe(note)
})

test('what only says that nobody knows names nothing', () => {
  expect(names('Not sure yet\nunknown\nN/A\n???\nnone.\neverything\nno idea')).toEqual([])
})

test('a name comes first, with or without a mark behind it, or several with commas', () => {
  expect(assetsIn('web-1 runs the shop\nlaptop-7 of Ann\nweb-2, db-1 and db-2')).toEqual([
    { name: 'web-1', note: 'runs the shop' },
    { name: 'laptop-7', note: 'of Ann' },
    { name: 'web-2', note: '' },
    { name: 'db-1', note: '' },
    { name: 'db-2', note: '' },
  ])
})

test('what is pasted as code, what GitHub writes into an empty field, and what was cut out name nothing', () => {
  expect(names('```\nweb-1\n```\n_No response_\n[removed: a-rule]\nsee above\nNone so far')).toEqual([])
})

test('prose, lines of marks and long names are left', () => {
  expect(names('We do not know yet what is affected.')).toEqual([])
  expect(names(`---\n...\n${'x'.repeat(61)}\n${'x'.repeat(60)}`)).toEqual(['x'.repeat(60)])
})

test('a code span without a letter or a digit names nothing', () => {
  expect(names('`\u0000`\n`--`\n` `\n`web-1`')).toEqual(['web-1'])
})

test('the same asset is there once, whatever its letters, and two hundred count', () => {
  expect(assetsIn('Web-1 - first\nweb-1 - second')).toEqual([{ name: 'Web-1', note: 'first' }])
  expect(names(Array.from({ length: 300 }, (_, i) => `web-${i}`).join('\n'))).toHaveLength(200)
})

test('whatever comes, a name is short, on one line and there once', () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', '\r\n', ' - ', ': ', ', ', ' (', ')', '- ', '`', '> ', '[ ] '),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(fc.array(piece), pieces => {
      const found = names(pieces.join(''))
      expect(found.length).toBeLessThanOrEqual(200)
      expect(new Set(found.map(name => name.toLowerCase())).size).toBe(found.length)
      for (const name of found) {
        expect(name.length).toBeLessThanOrEqual(60)
        expect(name).toMatch(/[\p{L}\p{N}]/u)
        expect(name).not.toMatch(/[\r\n`]/)
      }
    }),
  )
})

test('names that people wrote one on a line come back in their order', () => {
  const name = fc.stringMatching(/^x[a-z0-9.-]{0,20}[0-9]$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 20 }), list => {
      expect(names(list.join('\n'))).toEqual(list)
    }),
  )
})

test('64 KB are read at once', () => {
  for (const piece of ['> ', '- ', '[ ] ', 'x - ', '`', '1. ', '\n', 'a\n', ' '])
    assetsIn(piece.repeat(65_536 / piece.length))
})

test.each([
  ['db.example.com', 'db-example-com'],
  ['Web 1', 'web-1'],
  ['Büro-Server', 'buro-server'],
  ['--a--', 'a'],
  ['7', '7'],
  [`${'x'.repeat(39)}.y`, 'x'.repeat(39)],
  ['数据库', null],
  ['', null],
])('the id of %s', (name, id) => expect(assetId(name)).toBe(id))

test('an id is always one, and is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), name => {
      const id = assetId(name)
      if (id === null) return
      expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/)
      expect(assetId(id)).toBe(id)
    }),
  )
})
